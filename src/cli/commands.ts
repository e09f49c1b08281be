import type { Command } from 'commander';

export type SetExit = (code: number) => void;

/** The explicit list of commands. Each is loaded only when it runs, so that `lunar` needs no database driver. */
export function registerCommands(program: Command, exit: SetExit): void {
  program
    .command('start')
    .description('chạy máy chủ web và các việc nền')
    .action(async () => exit(await (await import('./start.ts')).start()));
  program
    .command('migrate')
    .description('nâng cấp cơ sở dữ liệu rồi thoát')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (options) => exit(await (await import('./migrate.ts')).migrateCommand(options)));
  program
    .command('openapi')
    .description('in mô tả API (OpenAPI 3.1)')
    .action(async () => exit(await (await import('./openapi.ts')).openapiCommand()));
  const audit = program.command('audit').description('nhật ký kiểm toán');
  audit
    .command('verify')
    .description('kiểm tra chuỗi băm của nhật ký')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (options) => exit(await (await import('./audit.ts')).verifyCommand(options)));
}
