import { styleText } from 'node:util';
import { byPosition, type Diagnostic } from './diagnostic.ts';

type Style = Parameters<typeof styleText>[0];

/** Renders diagnostics for a terminal: `path:line:col  severity  sentence  [code]`, the evidence, the fix. */
export function renderPretty(diagnostics: readonly Diagnostic[], colour: boolean): string {
  const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
  return [...diagnostics]
    .sort(byPosition)
    .map((d) => {
      const severity = paint(d.severity === 'error' ? 'red' : 'yellow', d.severity);
      const head = `${d.path}:${d.line}:${d.column}  ${severity}  ${d.message}  ${paint('dim', `[${d.code}]`)}`;
      const evidence = d.evidence === undefined ? [] : d.evidence.split('\n').map((line) => `  ${line}`);
      return [head, ...evidence, `  fix   ${d.fix}`].join('\n');
    })
    .join('\n\n');
}

/** Renders diagnostics as GitHub workflow commands, one a line, which the pull request shows beside the code. */
export function renderGitHub(diagnostics: readonly Diagnostic[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...diagnostics]
    .sort(byPosition)
    .map(
      (d) =>
        `::${d.severity} file=${property(d.path)},line=${d.line},col=${d.column},title=${property(d.code)}::` +
        data(`${d.message}\nfix: ${d.fix}`),
    )
    .join('\n');
}
