/** JDBC addresses, taken apart for a form and put together again. */

export const KINDS = [
  { kind: 'postgresql', label: 'PostgreSQL', port: 5432 },
  { kind: 'mysql', label: 'MySQL', port: 3306 },
  { kind: 'mariadb', label: 'MariaDB', port: 3306 },
  { kind: 'sqlserver', label: 'SQL Server', port: 1433 },
];

const COMMON = /^jdbc:(postgresql|mysql|mariadb):\/\/(\[[^\]]+\]|[^:/,]+)(?::(\d+))?\/([^?]+)(?:\?(.*))?$/;
const SQLSERVER = /^jdbc:sqlserver:\/\/([^:;]+)(?::(\d+))?;databaseName=([^;]+);?(.*)$/i;

/** @returns {{kind, host, port, database, options}} kind is "other" when it is of no form known here */
export function parseAddress(url) {
  const common = COMMON.exec(url);
  if (common) return { kind: common[1], host: common[2], port: common[3] ?? '', database: common[4], options: common[5] ?? '' };
  const server = SQLSERVER.exec(url);
  if (server) return { kind: 'sqlserver', host: server[1], port: server[2] ?? '', database: server[3], options: server[4].replace(/;$/, '') };
  return { kind: 'other', host: '', port: '', database: '', options: '' };
}

/** The address of the parts. */
export function composeAddress({ kind, host, port, database, options }) {
  const place = port ? `${host}:${port}` : host;
  if (kind === 'sqlserver') return `jdbc:sqlserver://${place};databaseName=${database}${options ? `;${options}` : ''}`;
  return `jdbc:${kind}://${place}/${database}${options ? `?${options}` : ''}`;
}

/** A name that an id may have, made of what people call a thing. */
export function nameOf(label) {
  return label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}

const MINUTES_OF_DAY = 24 * 60;

/** A number of minutes as an amount and the largest unit that fits: minutes, hours or days. */
export function minutesAs(minutes) {
  if (minutes % MINUTES_OF_DAY === 0) return [minutes / MINUTES_OF_DAY, 'days'];
  if (minutes % 60 === 0) return [minutes / 60, 'hours'];
  return [minutes, 'minutes'];
}
