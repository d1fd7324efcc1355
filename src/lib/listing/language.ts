const byExtension: Readonly<Record<string, string>> = {
  c: 'c',
  conf: 'nginx',
  css: 'css',
  env: 'dotenv',
  go: 'go',
  html: 'html',
  ini: 'ini',
  js: 'js',
  json: 'json',
  jsonc: 'jsonc',
  md: 'md',
  mjs: 'js',
  mod: 'go',
  py: 'python',
  sh: 'bash',
  sql: 'sql',
  toml: 'toml',
  tpl: 'yaml',
  ts: 'ts',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
};

/** Names the language of a file as Shiki calls it, from its name, or from the first line of a script that has no ending. */
export function languageOf(file: string, text = ''): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/^(Dockerfile|Containerfile)(\..+)?$/.test(name) || name.endsWith('.Dockerfile')) return 'docker';
  if (/^\.(docker|git|helm)ignore$/.test(name)) return 'text';
  if (name === '.env') return 'dotenv';
  if (/^#!\S*\b(env\s+)?(ba|da)?sh\b/.test(text)) return 'bash';
  return byExtension[name.slice(name.lastIndexOf('.') + 1)] ?? 'text';
}
