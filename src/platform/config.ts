import path from 'node:path';

/** What the operator chose at the start. */
export interface Config {
  /** Heli's data folder: the database, the secrets, later the attachments. */
  dataFolder: string;
  port: number;
  /** 127.0.0.1 serves this machine only; 0.0.0.0 serves the network. */
  host: string;
  demo: boolean;
  /** How far the demonstration looks back: a year; tests that need only its people take less. */
  demoDays: number;
  tls?: { cert: string; key: string };
  /** Addresses or CIDR ranges of proxies whose x-forwarded-for is believed. */
  trustedProxies: string[];
  /** A PostgreSQL server instead of the embedded one: logs in as a role that may create roles. */
  databaseUrl?: string;
  /** Where the built pages are. */
  webFolder: string;
}

export const DEFAULT_PORT = 8117;

/** A configuration with defaults for what is not said. */
export function configure(chosen: Partial<Config> & { dataFolder: string }): Config {
  return {
    port: DEFAULT_PORT,
    host: '127.0.0.1',
    demo: false,
    demoDays: 365,
    trustedProxies: [],
    webFolder: path.resolve('dist/web'),
    ...chosen,
  };
}
