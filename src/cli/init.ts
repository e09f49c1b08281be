import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { toString as qrText } from 'qrcode';
import { joinPath } from '../desk/join/paths.ts';
import {
  type InvitationLink,
  invitationLink,
  inviteFirstAdmin,
  readInvitation,
  staffOfUnit,
} from '../modules/identity/index.ts';
import { findUnitByCode, setHomeUnit, toLocal, type UnitAt } from '../modules/units/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { transact } from '../platform/db/index.ts';
import { createKeyFile, type KeyRing } from '../platform/files/index.ts';
import { newId } from '../platform/ids.ts';
import { isRefusal, problemText } from '../platform/problem.ts';
import { type OpenedSystem, withSystem } from './database.ts';
import { openFiles } from './files.ts';
import { type Installation, readInstallation, setInstallationMode } from './installation.ts';
import { CommandError, EXIT, print } from './output.ts';

export interface InitOptions {
  readonly unit?: string;
  readonly admin?: string;
  readonly phone?: string;
  readonly newLink?: boolean;
  readonly json?: boolean;
}

/**
 * `init`: makes an empty installation the real one of a commune, and prints a one-time link for its first
 * administrator. Repeatable: the same unit again only makes a link while there is no administrator yet.
 */
export const initCommand = (options: InitOptions): Promise<number> =>
  withSystem(async (system) => {
    const { db } = system.database;
    const now = systemClock.now();
    const before = await readInstallation(db);
    refuseDemo(before);
    const answers = await complete(options);
    const unit = await communeOf(system, answers.unit, toLocal(now).date);
    if (before.homeUnitId !== null && before.homeUnitId !== unit.unitId)
      throw new CommandError(
        'Bản này đã được cài cho một đơn vị khác. Hãy đặt BACCAU_DATA (hoặc DATABASE_URL) là nơi dành cho đơn vị này.',
      );
    if (!options.newLink && (await hasAdmin(system, unit.unitId, now)))
      throw new CommandError(
        `${unit.name} đã có người quản trị. Người đó mời thêm người trong trang Quản trị; nếu không ai vào được nữa, thêm --new-link để tạo liên kết mới.`,
      );
    const config: Config = { ...system.config, demo: false };
    const keys = await keysOf(config, system, before);
    await setInstallationMode(db, 'real');
    await setHomeUnit(db, unit.unitId);
    const link = await inviteAdmin(system, keys, unit.unitId, answers, now);
    const address = `${originOf(config)}${joinPath(link.token)}`;
    print(
      options,
      {
        unit: { unitId: unit.unitId, code: unit.code, name: unit.name },
        admin: link.fullName,
        link: address,
        expiresAt: link.expiresAt.toISOString(),
      },
      [
        `Đã cài cho ${unit.name} (${unit.parentName ?? ''}).`,
        `Liên kết một lần cho người quản trị ${link.fullName}, dùng được 72 giờ:`,
        '',
        address,
        '',
        process.stdout.isTTY ? await qrText(address, { type: 'terminal', small: true }) : '',
        'Hãy chạy “npm start” (hoặc dịch vụ baccau), rồi mở liên kết đó. Đừng gửi liên kết vào nhóm chat.',
      ],
    );
    return EXIT.ok;
  });

function refuseDemo({ demoSeeded, mode }: Installation): void {
  if (!demoSeeded && mode !== 'demo') return;
  throw new CommandError(
    'Thư mục dữ liệu này đang chứa dữ liệu chạy thử, không dùng cho việc thật được. Hãy đặt BACCAU_DATA là một thư mục mới; hoặc chạy “baccau demo off --erase” để xoá sạch dữ liệu chạy thử rồi chạy lại lệnh này.',
  );
}

interface Answers {
  readonly unit: string;
  readonly admin: string;
  readonly phone: string;
}

/** What was not given is asked for, when somebody sits at the terminal. */
async function complete({ unit, admin, phone = '' }: InitOptions): Promise<Answers> {
  if (unit && admin) return { unit, admin, phone };
  if (!process.stdin.isTTY)
    throw new CommandError('Hãy ghi đủ: baccau init --unit <mã xã 5 chữ số> --admin "<họ và tên người quản trị>".');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return {
      unit: unit ?? (await terminal.question('Mã xã, phường (5 chữ số): ')),
      admin: admin ?? (await terminal.question('Họ và tên người quản trị đầu tiên: ')),
      phone,
    };
  } finally {
    terminal.close();
  }
}

async function communeOf({ database }: OpenedSystem, code: string, today: string): Promise<UnitAt> {
  const unit = await findUnitByCode(database.db, code.trim(), today);
  if (unit?.kind !== 'commune')
    throw new CommandError(
      `Không có xã, phường nào mang mã “${code}” hôm nay. Mã có 5 chữ số, ví dụ 25771 (phường Chánh Hiệp).`,
    );
  return unit;
}

async function hasAdmin({ database }: OpenedSystem, unitId: string, now: Date): Promise<boolean> {
  const today = toLocal(now).date;
  const { people } = await staffOfUnit(database.db, unitId, now);
  return people.some(
    ({ disabledAt, roles }) =>
      !disabledAt && roles.some(({ role, validTo }) => role === 'admin' && (validTo === null || validTo > today)),
  );
}

/** The installation's keys; its key file is made here once, never while data sealed by another one exist. */
async function keysOf(config: Config, { database }: OpenedSystem, before: Installation): Promise<KeyRing> {
  const { keyFile, dataDir } = config;
  if (!keyFile)
    throw new CommandError(
      'Hãy đặt BACCAU_KEY_FILE là đường dẫn tới tệp khoá, ngoài thư mục dữ liệu (ví dụ /etc/baccau/key); lệnh này sẽ tạo tệp đó nếu chưa có. Giữ một bản sao ở nơi khác: mất khoá là mất giấy tờ đã lưu.',
    );
  if (`${resolve(keyFile)}${sep}`.startsWith(`${resolve(dataDir)}${sep}`))
    throw new CommandError('Tệp khoá không được nằm trong thư mục dữ liệu: bản sao dữ liệu sẽ mang theo cả khoá.');
  if (before.keyId === null && !existsSync(keyFile)) await createKeyFile(resolve(keyFile));
  return (await openFiles(config, database.db)).keys;
}

async function inviteAdmin(
  { database }: OpenedSystem,
  keys: KeyRing,
  unitId: string,
  { admin, phone }: Answers,
  now: Date,
): Promise<InvitationLink> {
  const form = { fullName: admin, phone, roles: ['admin'], validFrom: toLocal(now).date, validTo: '' };
  const values = readInvitation(form);
  if (Array.isArray(values)) throw new CommandError(values.map(([, refusal]) => problemText(refusal)).join(' '));
  const invitationId = newId();
  const asked = { keys, now, actor: 'system', unitId, invitationId, values };
  await transact(database.db, (tx) => inviteFirstAdmin(tx, asked));
  const link = await invitationLink(database.db, keys, { unitId, invitationId, now });
  if (isRefusal(link)) throw new CommandError(problemText(link), EXIT.failed);
  return link;
}

function originOf({ origin, host, port, tls }: Config): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return origin ?? `${tls ? 'https' : 'http'}://${name}:${port}`;
}
