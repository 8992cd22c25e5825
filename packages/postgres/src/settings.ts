import { statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/**
 * Server settings for a machine that Terrace shares with other programs.
 * @param durable - false for throw-away data: nothing is flushed to disk, and a power cut may destroy it
 */
export function serverSettings(port: number, durable: boolean): Record<string, string> {
  const memory = totalmem() / megabyte;
  const cores = availableParallelism();
  const within = (low: number, value: number, high: number): number =>
    Math.round(Math.min(Math.max(value, low), high));
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${within(64, memory / 8, 1024)}MB`,
    effective_cache_size: `${within(256, memory / 2, 16_384)}MB`,
    // Per sort or hash and process; bulk statements raise it for themselves.
    work_mem: `${within(4, memory / 512, 32)}MB`,
    maintenance_work_mem: `${within(64, memory / 32, 256)}MB`,
    max_worker_processes: String(8 + cores),
    max_parallel_workers: String(cores),
    max_parallel_workers_per_gather: String(within(1, cores, 4)),
    max_parallel_maintenance_workers: String(within(1, cores, 4)),
    ...sharedMemory(),
    // Nothing replicates from here, so a bulk load into a new table can skip the log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // Data sits on local solid-state disks nowadays; the default of 4 is for turning ones.
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
}

/** Containers often have a /dev/shm of 64 MB, too small for a parallel hash join. */
function sharedMemory(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize >= 512 * megabyte) return {};
  } catch {
    // No /dev/shm at all: the answer is the same.
  }
  return { dynamic_shared_memory_type: 'sysv' };
}
