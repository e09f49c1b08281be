import { get } from 'node:http';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK_SIGN_IN, DESK_SIGN_OUT } from '../../src/desk/sign-in/paths.ts';
import { filingPaths } from '../../src/portal/filings/paths.ts';
import { SIGN_IN } from '../../src/portal/sign-in/paths.ts';
import { formText } from '../../src/ui/form/text.ts';
import { PHONE } from './support/browser.ts';
import { launchChromium } from './support/chromium.ts';
import { EXTRACT, newCitizen, newStaff, startDraft } from './support/http-acts.ts';
import { freePort, newDataDir, type Program, removeDataDir, startProgram } from './support/program.ts';
import { trustedPair } from './support/tls.ts';

/** A program of its own, with a certificate of a private authority, that sends plain HTTP on. */
let program: Program;
let browser: Browser;
let context: BrowserContext;
let plainPort = 0;
const dataDir = await newDataDir();
const pair = trustedPair(join(dataDir, '..', 'certificates'), ['127.0.0.1']);
const paths = filingPaths('');

beforeAll(async () => {
  const port = String(await freePort());
  plainPort = await freePort();
  program = await startProgram(dataDir, {
    ...pair.env,
    PORT: port,
    BACCAU_ORIGIN: `https://127.0.0.1:${port}`,
    BACCAU_HTTP_PORT: String(plainPort),
    LOG_LEVEL: 'info',
  });
  browser = await launchChromium(pair.chromium);
  context = await browser.newContext({ baseURL: program.origin, viewport: PHONE, locale: 'vi-VN' });
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await removeDataDir(dataDir);
});

test('a citizen and an officer work over TLS, with cookies that only this host gets over TLS', async () => {
  const citizen = await newCitizen(program.origin);
  expect([...citizen.cookies.keys()]).toEqual(['__Host-baccau_c']);
  const officer = await newStaff(program.origin, 'canbo');
  expect([...officer.cookies.keys()]).toEqual(['__Host-baccau_s']);
  expect((await officer.get('/desk')).status).toBe(200);
  const again = await officer.post(DESK_SIGN_OUT, {});
  expect(again.headers['set-cookie']?.[0]).toMatch(/^__Host-baccau_s=; .*Path=\/; .*Secure/);
  citizen.close();
  officer.close();
});

test('in Chromium the cookie is taken, pages and their islands run, and nothing breaks the policy', async () => {
  const citizen = await newCitizen(program.origin);
  await context.addCookies(
    [...citizen.cookies].map(([name, value]) => ({ name, value, url: program.origin, secure: true })),
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const path of ['/', '/thu-tuc?q=khai+sinh', SIGN_IN, DESK_SIGN_IN]) {
    expect((await page.goto(path))?.status()).toBe(200);
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
  }
  await page.goto(paths.page(await startDraft(citizen, EXTRACT), 'noi-dung'));
  await page.locator('[name="request"]').fill('Xin hai bản sao.');
  // Only the island says so.
  const status = () => page.locator('[data-draft-status]').textContent();
  await expect.poll(status, { timeout: 40_000 }).toBe(formText('vi').saved);
  expect(complaints).toEqual([]);
  // A script that got into the page does not run: it has no nonce.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  expect(await page.title()).not.toBe('taken over');
  expect(complaints.join()).toContain('Content Security Policy');
  citizen.close();
});

test('what came in the clear is sent to the origin', async () => {
  const answer = await new Promise<{ status?: number; location?: string }>((resolve, reject) => {
    get({ port: plainPort, host: '127.0.0.1', path: '/tra-cuu?ma=1' }, (reply) => {
      resolve({ status: reply.statusCode, location: reply.headers.location });
      reply.resume();
    }).on('error', reject);
  });
  expect(answer).toEqual({ status: 308, location: `${program.origin}/tra-cuu?ma=1` });
});

test('a renewed certificate is served after SIGHUP, without a restart', async () => {
  pair.renew();
  program.process.kill('SIGHUP');
  await expect.poll(() => program.output()).toContain('certificate renewed');
  expect((await newCitizen(program.origin)).cookies.size).toBe(1);
});
