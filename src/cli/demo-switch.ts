import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../platform/config.ts';
import { type OpenedSystem, openSystem, withSystem } from './database.ts';
import { readInstallation, setInstallationMode } from './installation.ts';
import { CommandError, EXIT, print } from './output.ts';

type Options = { readonly json?: boolean };

/** `demo status`: whether this installation shows the demo. */
export const demoStatusCommand = (options: Options): Promise<number> =>
  withSystem(async ({ config, database }) => {
    const { mode, demoSeeded } = await readInstallation(database.db);
    print(options, { mode, demoSeeded, possible: config.demo }, [
      mode === 'real'
        ? 'Bản này dùng cho việc thật: không có dữ liệu chạy thử.'
        : demoSeeded
          ? 'Bản này đang chứa dữ liệu chạy thử (người và hồ sơ đều bịa).'
          : config.demo
            ? 'Chưa có dữ liệu chạy thử; lần “baccau start” tới sẽ nạp. Chạy “baccau demo off” nếu không muốn.'
            : 'Chưa có dữ liệu chạy thử, và cách chạy hiện tại không cho phép nạp.',
    ]);
    return EXIT.ok;
  });

/** `demo on`: the next start on loopback seeds the demo. Only where nobody real is. */
export const demoOnCommand = (options: Options): Promise<number> =>
  withSystem(async ({ database }) => {
    const { mode, inUse } = await readInstallation(database.db);
    if (inUse && mode === 'real')
      throw new CommandError(
        'Bản này đã có người thật dùng nên không nạp dữ liệu chạy thử. Hãy đặt BACCAU_DATA là một thư mục mới.',
      );
    if (mode === 'real') await setInstallationMode(database.db, 'unset');
    print(options, { mode: mode === 'real' ? 'unset' : mode }, [
      'Lần “baccau start” tới (cơ sở dữ liệu đi kèm, chỉ nghe ở máy này) sẽ nạp dữ liệu chạy thử.',
    ]);
    return EXIT.ok;
  });

/**
 * `demo off`: no demo from now on. Demo people have passwords that everybody knows, so what was seeded is not switched
 * off but erased: the whole database and the stored files, with `--erase`, while the program stands still.
 */
export async function demoOffCommand(options: Options & { readonly erase?: boolean }): Promise<number> {
  const system = await openSystem(readConfig(process.env), { max: 2 });
  const { demoSeeded, inUse } = await readInstallation(system.database.db);
  if (!demoSeeded) {
    try {
      await setInstallationMode(system.database.db, 'real');
      print(options, { mode: 'real', erased: false }, [
        'Từ nay không nạp dữ liệu chạy thử ở đây. Tiếp theo: “baccau init”.',
      ]);
      return EXIT.ok;
    } finally {
      await system.close();
    }
  }
  try {
    if (inUse)
      throw new CommandError(
        'Trong dữ liệu này có cả tài khoản không phải tài khoản mẫu nên không xoá. Hãy đặt BACCAU_DATA là một thư mục mới.',
      );
    if (!options.erase)
      throw new CommandError(
        'Dữ liệu chạy thử không tách riêng ra được. Thêm --erase để xoá sạch cơ sở dữ liệu và tệp trong thư mục này (không lấy lại được), hoặc đặt BACCAU_DATA là một thư mục mới.',
      );
    await erase(system);
  } catch (error) {
    await system.close();
    throw error;
  }
  await withSystem(({ database }) => setInstallationMode(database.db, 'real'));
  print(options, { mode: 'real', erased: true }, ['Đã xoá sạch dữ liệu chạy thử. Tiếp theo: “baccau init”.']);
  return EXIT.ok;
}

async function erase(system: OpenedSystem): Promise<void> {
  await system.database.close();
  const owner = new pg.Client({ connectionString: system.ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (rows[0].others > 0)
      throw new CommandError('Chương trình đang chạy trên dữ liệu này. Hãy dừng nó (Ctrl-C) rồi chạy lại lệnh.');
    await owner.query('drop schema if exists pgboss cascade');
    await owner.query('drop schema baccau cascade');
  } finally {
    await owner.end();
  }
  for (const name of ['files', 'key-id']) await rm(join(system.config.dataDir, name), { recursive: true, force: true });
  await system.close();
}
