import { Command, CommanderError } from 'commander';
import { ConfigError } from '../platform/config.ts';
import { MigrationError } from '../platform/db/migrate.ts';
import { registerCommands } from './commands.ts';
import { CommandError, EXIT } from './output.ts';

/** Runs one command. @returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('baccau')
    .description('Bắc Cầu: giúp mỗi người dân trở thành công dân số')
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand('help [lệnh]', 'xem hướng dẫn của một lệnh')
    .showHelpAfterError('(thêm --help để xem hướng dẫn)')
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .exitOverride();
  let exitCode: number = EXIT.ok;
  registerCommands(program, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error);
  }
}

const HELP_TITLES: Record<string, string> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tuỳ chọn:',
  'Commands:': 'Lệnh:',
};

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CommandError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof ConfigError || error instanceof MigrationError || isUserError(error)) {
    process.stderr.write(`${(error as Error).message}\n`);
    return EXIT.failed;
  }
  process.stderr.write(
    `Lỗi không ngờ tới. Hãy gửi dòng dưới đây cho người quản trị.\n${(error as Error)?.stack ?? error}\n`,
  );
  return EXIT.failed;
}

/** Errors of the launcher and of the key carry a sentence for people and are marked so. */
const isUserError = (error: unknown): boolean => (error as { forPeople?: boolean } | null)?.forPeople === true;
