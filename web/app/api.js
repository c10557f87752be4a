/** The server's HTTP API. Every call either gives the answer or throws a `Problem`. */

const BASE = '/api/v1';

/** A refused or failed request (RFC 9457). */
export class Problem extends Error {
  constructor({ status, code, title, detail, faults = [], survivor }) {
    super(detail ?? title);
    Object.assign(this, { status, code, title, detail, faults, survivor });
  }
}

/** Whether a request ended because a newer one replaced it. */
export function isAborted(error) {
  return error.name === 'AbortError';
}

async function problemOf(response) {
  const fallback = { status: response.status, code: 'unknown', title: response.statusText };
  const body = await response.json().catch(() => ({}));
  return new Problem({ ...fallback, ...body });
}

async function raw(method, path, { headers, ...request }) {
  let response;
  try {
    response = await fetch(BASE + path, { method, headers: { Accept: 'application/json', ...headers }, ...request });
  } catch (error) {
    throw isAborted(error) ? error : new Problem({ status: 0, code: 'offline', title: error.message });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function call(method, path, { body, headers, signal } = {}) {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const response = await raw(method, path, { headers: { ...json, ...headers }, body: JSON.stringify(body), signal });
  return response.status === 204 ? null : response.json();
}

const id = encodeURIComponent;
const ifMatch = (version) => ({ 'If-Match': `"${version}"` });

/** A file's next bytes go as they are. The answer says how much has arrived. */
async function send(path, offset, bytes, signal) {
  const headers = { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) };
  return Number((await raw('PATCH', path, { headers, body: bytes, signal })).headers.get('Upload-Offset'));
}

export const api = {
  me: () => call('GET', '/me'),
  schema: () => call('GET', '/schema'),
  signIn: (token) => call('POST', '/sessions', { body: { token } }),
  signOut: () => call('DELETE', '/sessions/current'),

  search: (question, signal) => call('POST', '/customers/search', { body: question, signal }),
  suggest: (text, signal) => call('GET', `/suggest?q=${id(text)}&limit=6`, { signal }),
  customer: (customer, signal) => call('GET', `/customers/${id(customer)}`, { signal }),
  archiveCustomer: (customer) => call('POST', `/customers/${id(customer)}/archive`),
  unarchiveCustomer: (customer) => call('POST', `/customers/${id(customer)}/unarchive`),
  upkeep: (query, signal) => call('GET', `/upkeep?${query}`, { signal }),
  segmentsOf: (customer, signal) => call('GET', `/customers/${id(customer)}/segments`, { signal }),
  explain: (customer, segment) => call('GET', `/customers/${id(customer)}/explain?segment=${id(segment)}`),

  segments: (archived, signal) => call('GET', `/segments?archived=${archived}`, { signal }),
  segment: (segment, signal) => call('GET', `/segments/${id(segment)}`, { signal }),
  versions: (segment, signal) => call('GET', `/segments/${id(segment)}/versions`, { signal }),
  preview: (condition, signal) => call('POST', '/segments/preview', { body: { condition }, signal }),
  createSegment: (body) => call('POST', '/segments', { body }),
  updateSegment: (segment, version, body) =>
    call('PUT', `/segments/${id(segment)}`, { body, headers: ifMatch(version) }),
  deleteSegment: (segment) => call('DELETE', `/segments/${id(segment)}`),
  cloneSegment: (segment, name) => call('POST', `/segments/${id(segment)}/clone`, { body: { name } }),
  archiveSegment: (segment) => call('POST', `/segments/${id(segment)}/archive`),
  unarchiveSegment: (segment) => call('POST', `/segments/${id(segment)}/unarchive`),
  restoreSegment: (segment, version) => call('POST', `/segments/${id(segment)}/restore`, { body: { version } }),

  rules: (signal) => call('GET', '/rules', { signal }),
  rule: (rule, signal) => call('GET', `/rules/${id(rule)}`, { signal }),
  createRule: (body) => call('POST', '/rules', { body }),
  retireRule: (rule) => call('DELETE', `/rules/${id(rule)}`),
  saveDraft: (rule, body) => call('PUT', `/rules/${id(rule)}/draft`, { body }),
  discardDraft: (rule) => call('DELETE', `/rules/${id(rule)}/draft`),
  previewRule: (rule, body, signal) => call('POST', `/rules/${id(rule)}/preview`, { body, signal }),
  publishRule: (rule, comment) => call('POST', `/rules/${id(rule)}/publish`, { body: { comment } }),
  rollbackRule: (rule, version, comment) => call('POST', `/rules/${id(rule)}/rollback`, { body: { version, comment } }),
  recomputeRule: (rule) => call('POST', `/rules/${id(rule)}/recompute`),
  ruleVersions: (rule) => call('GET', `/rules/${id(rule)}/versions`),
  ruleQuality: (rule, outcome, signal) => call('GET', `/rules/${id(rule)}/quality${outcome ? `?outcome=${id(outcome)}` : ''}`, { signal }),
  rfmMap: (rule) => call('GET', `/rules/rfm-map?rule=${id(rule)}`),
  jobs: (signal) => call('GET', '/jobs', { signal }),
  job: (job) => call('GET', `/jobs/${id(job)}`),
  cancelJob: (job) => call('POST', `/jobs/${id(job)}/cancel`),

  grades: (customer, signal) => call('GET', `/customers/${id(customer)}/grades`, { signal }),
  setGrade: (customer, facet, body) => call('PUT', `/customers/${id(customer)}/grades/${id(facet)}`, { body }),
  clearGrade: (customer, facet) => call('DELETE', `/customers/${id(customer)}/grades/${id(facet)}`),
  activities: (customer, query, signal) => call('GET', `/customers/${id(customer)}/activities?${new URLSearchParams(query)}`, { signal }),
  spend: (customer, signal) => call('GET', `/customers/${id(customer)}/spend`, { signal }),
  activityKinds: () => call('GET', '/activities/kinds'),

  imports: (signal) => call('GET', '/imports', { signal }),
  importRun: (run, signal) => call('GET', `/imports/${id(run)}`, { signal }),
  createImport: (name, size) => call('POST', `/imports?${new URLSearchParams({ name, size })}`),
  deleteImport: (run) => call('DELETE', `/imports/${id(run)}`),
  uploadPiece: (run, offset, bytes, signal) => send(`/imports/${id(run)}/file`, offset, bytes, signal),
  uploadOffset: async (run) => Number((await raw('HEAD', `/imports/${id(run)}/file`, {})).headers.get('Upload-Offset')),
  importTable: (run, signal) => call('GET', `/imports/${id(run)}/table`, { signal }),
  setFormat: (run, format) => call('PUT', `/imports/${id(run)}/format`, { body: { format } }),
  joinFile: async (run, file) => (await raw('PUT', `/imports/${id(run)}/lookups/${id(file.name)}?join=true`, { headers: { 'Content-Type': 'application/octet-stream' }, body: file })).json(),
  partFile: (run, name) => call('DELETE', `/imports/${id(run)}/lookups/${id(name)}`),
  importProposal: (run, signal) => call('GET', `/imports/${id(run)}/proposal`, { signal }),
  setMapping: (run, body, signal) => call('PUT', `/imports/${id(run)}/mapping`, { body, signal }),
  previewMapping: (run, mapping, signal) => call('POST', `/imports/${id(run)}/preview`, { body: { mapping }, signal }),
  checkImport: (run, mode) => call('POST', `/imports/${id(run)}/check`, { body: { mode } }),
  importReport: (run, signal) => call('GET', `/imports/${id(run)}/report`, { signal }),
  startImport: (run, body) => call('POST', `/imports/${id(run)}/start`, { body }),
  pauseImport: (run) => call('POST', `/imports/${id(run)}/pause`),
  resumeImport: (run) => call('POST', `/imports/${id(run)}/resume`),
  cancelImport: (run, undo) => call('POST', `/imports/${id(run)}/cancel`, { body: { undo } }),
  undoImport: (run) => call('POST', `/imports/${id(run)}/undo`),
  mappings: () => call('GET', '/mappings'),

  duplicates: (query, signal) => call('GET', `/duplicates?${new URLSearchParams(query)}`, { signal }),
  searchDuplicates: () => call('POST', '/duplicates/search'),
  mergePair: (pair, body) => call('POST', `/duplicates/${id(pair)}/merge`, { body }),
  setApart: (pair) => call('POST', `/duplicates/${id(pair)}/distinct`),
  undoPair: (pair) => call('POST', `/duplicates/${id(pair)}/undo`),
  mergeAutomatic: () => call('POST', '/duplicates/merge-automatic'),
  duplicateSettings: (signal) => call('GET', '/duplicates/settings', { signal }),
  saveDuplicateSettings: (body) => call('PUT', '/duplicates/settings', { body }),

  connections: (signal) => call('GET', '/connections', { signal }),
  connection: (name, signal) => call('GET', `/connections/${id(name)}`, { signal }),
  connectionRuns: (name, signal) => call('GET', `/connections/${id(name)}/runs`, { signal }),
  createConnection: (body) => call('POST', '/connections', { body }),
  updateConnection: (name, body) => call('PUT', `/connections/${id(name)}`, { body }),
  deleteConnection: (name) => call('DELETE', `/connections/${id(name)}`),
  testConnection: (name, body, signal) => call('POST', `/connections/${id(name)}/test`, { body, signal }),
  runConnection: (name) => call('POST', `/connections/${id(name)}/run`),

  keys: () => call('GET', '/keys'),
  createKey: (name, role) => call('POST', '/keys', { body: { name, role } }),
  revokeKey: (key) => call('DELETE', `/keys/${id(key)}`),
  loginLink: () => call('POST', '/login-links'),
};

export const importEvents = (run) => new EventSource(`${BASE}/imports/${id(run)}/events`);
export const jobEvents = (job) => new EventSource(`${BASE}/jobs/${id(job)}/events`);
export const rejectedFile = (run) => `${BASE}/imports/${id(run)}/rejected`;
