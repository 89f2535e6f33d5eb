// Owns on which addresses and ports the edge listens, and who answers there to names that are not ours: nobody.

/** A certificate with its chain, and its key, as PEM files. `redirectPort`: where plain http leads to https. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  readonly redirectPort?: number;
}

/** One port: `{port: 443, isTls: true}`. */
export interface Port {
  readonly port: number;
  readonly isTls: boolean;
}

/** `listen 127.0.0.1:443 ssl http2;`, one for each address. */
export function listenLines(addresses: readonly string[], { port, isTls }: Port, more = ''): string {
  const how = `${isTls ? ' ssl http2' : ''}${more}`;
  return addresses
    .map(
      (address) =>
        `listen ${address}:${port}${address.startsWith('[') ? `${how}${more && ' ipv6only=on'}` : how};`,
    )
    .join('\n    ');
}

/** A server for each port that hangs up, whatever it is asked; with TLS it does not even show a certificate. */
export function closedServers(addresses: readonly string[], ports: readonly Port[]): string {
  const distinct = ports.filter((one, at) => ports.findIndex(({ port }) => port === one.port) === at);
  return distinct
    .map((port) => {
      const lines = [
        listenLines(addresses, port, ' default_server reuseport backlog=4096'),
        'server_name "";',
        'set $levee_host none;',
        ...(port.isTls ? ['ssl_reject_handshake on;'] : []),
        'return 444;',
      ];
      return `server {\n    ${lines.join('\n    ')}\n}`;
    })
    .join('\n');
}
