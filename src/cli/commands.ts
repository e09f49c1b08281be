import type { Command } from 'commander';

export type SetExit = (code: number) => void;

/** The explicit list of commands. Each is loaded only when it runs, so that `lunar` needs no database driver. */
export function registerCommands(program: Command, exit: SetExit): void {
  program
    .command('start')
    .description('chạy máy chủ web và các việc nền')
    .option('--no-backup', NO_BACKUP)
    .action(async (options) => exit(await (await import('./start.ts')).start(options)));
  program
    .command('migrate')
    .description('sao lưu, nâng cấp cơ sở dữ liệu rồi thoát')
    .option('--no-backup', NO_BACKUP)
    .option('--json', 'in kết quả dạng JSON')
    .action(async (options) => exit(await (await import('./migrate.ts')).migrateCommand(options)));
  program
    .command('openapi')
    .description('in mô tả API (OpenAPI 3.1)')
    .action(async () => exit(await (await import('./openapi.ts')).openapiCommand()));
  registerSetUp(program, exit);
  registerBackups(program, exit);
  program
    .command('permissions')
    .description('in bảng phân quyền: vai trò nào làm được việc gì (Markdown)')
    .action(async () => exit(await (await import('./permissions.ts')).permissionsCommand()));
  registerData(program, exit);
  registerRules(program, exit);
  const audit = program.command('audit').description('nhật ký kiểm toán');
  json(audit.command('verify').description('kiểm tra chuỗi băm của nhật ký; mã thoát 0 chỉ khi toàn vẹn')).action(
    async (options) => exit(await (await import('./audit.ts')).verifyCommand(options)),
  );
  registerKey(program, exit);
  json(program.command('doctor').description('kiểm tra toàn hệ thống; mã thoát 0 chỉ khi mọi mục đều ổn')).action(
    async (options) => exit(await (await import('./doctor.ts')).doctorCommand(options)),
  );
}

function registerKey(program: Command, exit: SetExit): void {
  const key = program.command('key').description('khoá mã hoá dữ liệu');
  json(key.command('status').description('mỗi khoá còn mở những gì')).action(async (options) =>
    exit(await (await import('./key/status.ts')).statusCommand(options)),
  );
  json(key.command('rotate').description('tạo khoá mới và mã hoá lại mọi thứ; chạy lại để tiếp tục')).action(
    async (options) => exit(await (await import('./key/rotate.ts')).rotateCommand(options)),
  );
  json(key.command('retire').description('bỏ khoá cũ khi không còn gì cần đến')).action(async (options) =>
    exit(await (await import('./key/retire.ts')).retireCommand(options)),
  );
}

const json = (command: Command): Command => command.option('--json', 'chỉ in JSON ra stdout');

function registerSetUp(program: Command, exit: SetExit): void {
  json(program.command('init').description('cài cho một xã, phường thật và tạo liên kết cho người quản trị đầu tiên'))
    .option('--unit <mã>', 'mã xã, phường: 5 chữ số')
    .option('--admin <họ tên>', 'họ và tên người quản trị đầu tiên')
    .option('--phone <số>', 'số điện thoại của người đó (không bắt buộc)')
    .option('--new-link', 'tạo liên kết mới cho một người quản trị dù đã có người khác')
    .action(async (options) => exit(await (await import('./init.ts')).initCommand(options)));
  const demo = program.command('demo').description('dữ liệu chạy thử: xem, tắt, bật');
  json(demo.command('status').description('bản này có dữ liệu chạy thử hay không')).action(async (options) =>
    exit(await (await import('./demo-switch.ts')).demoStatusCommand(options)),
  );
  json(demo.command('on').description('cho phép nạp dữ liệu chạy thử ở lần chạy tới')).action(async (options) =>
    exit(await (await import('./demo-switch.ts')).demoOnCommand(options)),
  );
  json(demo.command('off').description('không nạp dữ liệu chạy thử nữa'))
    .option('--erase', 'xoá sạch dữ liệu chạy thử đã nạp (không lấy lại được)')
    .action(async (options) => exit(await (await import('./demo-switch.ts')).demoOffCommand(options)));
}

const NO_BACKUP = 'nâng cấp mà không sao lưu trước (chỉ khi đã tự sao lưu)';

function registerBackups(program: Command, exit: SetExit): void {
  const backup = json(program.command('backup').argument('[tệp]', 'tệp sẽ được tạo, chưa có sẵn'))
    .description('sao lưu dữ liệu và tệp vào một tệp; máy chủ vẫn chạy được')
    .action(async (file, options) => exit(await (await import('./backup.ts')).backupCommand(file, options)));
  json(
    backup.command('verify <tệp>').description('kiểm tra mọi mã băm của một bản sao lưu; không cần cơ sở dữ liệu'),
  ).action(async (file, _, command) =>
    exit(await (await import('./backup.ts')).verifyCommand(file, command.optsWithGlobals())),
  );
  json(program.command('restore <tệp>').description('khôi phục bản sao lưu vào cơ sở dữ liệu và thư mục trống')).action(
    async (file, options) => exit(await (await import('./restore.ts')).restoreCommand(file, options)),
  );
}

function registerData(program: Command, exit: SetExit): void {
  const seed = program.command('seed').description('nạp dữ liệu mẫu');
  json(seed.command('demo').description('nạp dữ liệu chạy thử (bịa, có đánh dấu); chạy lại không sao')).action(
    async (options) => exit(await (await import('./demo.ts')).seedDemoCommand(options)),
  );
  const imports = program.command('import').description('nhập dữ liệu từ tệp (thường hoặc .gz)');
  json(imports.command('units <tệp>').description('nhập danh sách tỉnh, xã (CSV)'))
    .option('--effective <ngày>', 'ngày bắt đầu có hiệu lực, YYYY-MM-DD (mặc định 2025-07-01)')
    .action(async (file, options) => exit(await (await import('./import.ts')).importUnitsCommand(file, options)));
  json(imports.command('units-history <tệp>').description('nhập danh sách xã cũ → xã mới (CSV): đơn vị trước sáp nhập'))
    .requiredOption('--effective <ngày>', 'ngày đơn vị mới thay đơn vị cũ, YYYY-MM-DD')
    .action(async (file, options) => exit(await (await import('./import.ts')).importHistoryCommand(file, options)));
  json(imports.command('procedures <tệp>').description('nhập thủ tục của Cổng Dịch vụ công quốc gia (NDJSON)')).action(
    async (file, options) => exit(await (await import('./import.ts')).importProceduresCommand(file, options)),
  );
  json(program.command('units [từ...]').description('tìm đơn vị hành chính theo tên hoặc mã, vào một ngày'))
    .option('--as-of <ngày>', 'tính đến ngày này, YYYY-MM-DD (mặc định: hôm nay)')
    .option('--limit <số>', 'số kết quả nhiều nhất (mặc định 20)')
    .action(async (words, options) => exit(await (await import('./units.ts')).unitsCommand(words, options)));
  json(program.command('search <từ...>').description('tìm thủ tục bằng lời thường, có dấu hay không dấu'))
    .option('--limit <số>', 'số kết quả nhiều nhất (mặc định 20)')
    .action(async (words, options) => exit(await (await import('./search.ts')).searchCommand(words, options)));
}

function registerRules(program: Command, exit: SetExit): void {
  json(program.command('due').description('tính ngày hẹn trả và giải thích từng bước'))
    .requiredOption('--received <ISO>', 'lúc tiếp nhận, ví dụ 2026-11-24T14:30+07:00')
    .requiredOption('--duration <lời>', 'thời hạn như trên cổng: "3 ngày làm việc", "10 ngày", "8 giờ", "trong ngày"')
    .option('--rule <quy tắc>', '15h: tiếp nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo')
    .option('--unit <mã>', 'mã đơn vị, để tính theo giờ làm việc của nơi đó')
    .action(async (options) => exit(await (await import('./due.ts')).dueCommand(options)));
  json(program.command('lunar <năm>').description('mùng 1 Tết và Giỗ Tổ của một năm')).action(async (year, options) =>
    exit(await (await import('./lunar.ts')).lunarCommand(year, options)),
  );
  const id = program.command('id').description('số định danh và mã QR trên thẻ căn cước');
  json(id.command('check <số>').description('kiểm tra số định danh 12 chữ số'))
    .option('--sex <nam|nu>', 'giới tính để đối chiếu')
    .option('--dob <ngày>', 'ngày sinh để đối chiếu, YYYY-MM-DD')
    .action(async (number, options) => exit(await (await import('./id.ts')).idCheckCommand(number, options)));
  json(id.command('qr <nội-dung>').description('đọc nội dung mã QR trên thẻ căn cước')).action(async (text, options) =>
    exit(await (await import('./id.ts')).idQrCommand(text, options)),
  );
}
