// Programs that tests run and that npm does not bring: installed by apt when we may, else named with the line to run.
import { spawnSync } from 'node:child_process';

const TOOLS = { chromium: 'chromium', pdftotext: 'poppler-utils', zbarimg: 'zbar-tools', openssl: 'openssl' };

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
const missing = () => Object.keys(TOOLS).filter((program) => !has(program));

function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  const asked = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  return apt(asked) || (apt(['update', '-q']) && apt(asked));
}

const absent = missing();
if (absent.length > 0) {
  const packages = absent.map((program) => TOOLS[program]);
  const line = `apt-get install -y ${packages.join(' ')}`;
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.error(`Đang cài ${packages.join(', ')}…`);
    install(packages);
  }
  if (missing().length > 0) {
    console.error(`Thiếu ${missing().join(', ')}. Hãy chạy: sudo ${line}`);
    process.exitCode = 1;
  }
}
