/**
 * Given on the command line at each start, so that a newer version's settings reach old data folders.
 * Durable (fsync, synchronous_commit and full_page_writes stay on), sized for a machine with 2 cores and 2 GB.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // A socket's path may be 107 bytes long at most; data folders may be deeper.
  unix_socket_directories: '',
  max_connections: '100',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Short queries on few cores: parallel plans and JIT cost more than they bring, and need /dev/shm (64 MB in Docker).
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  max_wal_senders: '2',
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  // A failed statement and its detail ("Key (phone)=(…)") may hold personal data: they never go to the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export const settingArguments = (port: number): string[] =>
  Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Only TCP from this machine, only with a password. */
export const HOST_RULES = `# Written by Bắc Cầu: TCP from this machine with a password, nothing else.
host all all 127.0.0.1/32 scram-sha-256
`;
