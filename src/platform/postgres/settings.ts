import os from 'node:os';

/** Memory for the server's shared buffers in MB: about 15 % of the machine, between 128 and 512. */
export function sharedBuffers(totalBytes: number = os.totalmem()): number {
  return Math.round(Math.min(512, Math.max(128, (totalBytes / 2 ** 20) * 0.15)));
}

/**
 * The server's settings, given on its command line so that they never drift from the program.
 * Durable (every acknowledged commit is on the disk) and silent about content: statements, their values and the
 * details of errors may hold personal data and must not reach the log; errors still reach the program.
 */
export function serverSettings(): Record<string, string> {
  return {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    max_connections: '60',
    shared_buffers: `${sharedBuffers()}MB`,
    effective_cache_size: `${sharedBuffers() * 3}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
}
