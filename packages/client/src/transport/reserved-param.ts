/**
 * Returns the first param whose name a server would take for one of the protocol's own fields. A catalogue names the
 * params, and a broken or hostile one must not set the key, the action or the quantity. PHP reads `api.key`,
 * `api key`, `api[key` and `api_key[]` as `api_key`; others ignore case.
 */
export function reservedParam(
  params: Readonly<Record<string, string>>,
  reserved: ReadonlySet<string>,
): string | undefined {
  return Object.keys(params).find(name => readings(name).some(reading => reserved.has(reading)))
}

function readings(name: string): readonly string[] {
  const [start = ''] = name.trim().toLowerCase().split('\0')
  const plain = start.replace(/[ .]/g, '_')
  return [plain.replace(/\[.*$/s, ''), plain.replaceAll('[', '_')]
}
