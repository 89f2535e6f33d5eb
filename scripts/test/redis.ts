// Owns the Redis that the KV store is tested on: Debian's, installed where there is none.
import { spawnSync } from 'node:child_process';
import { installFromDebian } from './debian';

/** Sees to it that there is a Redis. Where none can be had, the tests that need it are skipped, by name. */
export function ensureRedis(): void {
  if (spawnSync('redis-server', ['--version']).status === 0) return;
  console.log('No Redis here: installing one for the tests of the KV store …');
  if (!installFromDebian('redis-server')) {
    console.log('redis-server could not be installed: the tests of the KV store are skipped.');
  }
}
