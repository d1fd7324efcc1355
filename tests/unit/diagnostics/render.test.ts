import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/lib/diagnostics/diagnostic.ts';
import { renderGitHub, renderPretty } from '../../../src/lib/diagnostics/render.ts';

const late: Diagnostic = {
  path: 'b.mdx',
  line: 3,
  column: 7,
  severity: 'error',
  code: 'link/no-chapter',
  message: 'there is no chapter "x"',
  fix: 'write "y"',
};
const early: Diagnostic = {
  path: 'a.mdx',
  line: 1,
  column: 1,
  severity: 'warning',
  code: 'prose/length',
  message: 'short: 100%,\nsays one',
  fix: 'write more',
  evidence: '- a\n+ b',
};

test('a terminal gets place, severity, sentence and code, the evidence, the fix, in the order of the files', () => {
  expect(renderPretty([late, early], false)).toBe(
    [
      'a.mdx:1:1  warning  short: 100%,\nsays one  [prose/length]',
      '  - a',
      '  + b',
      '  fix   write more',
      '',
      'b.mdx:3:7  error  there is no chapter "x"  [link/no-chapter]',
      '  fix   write "y"',
    ].join('\n'),
  );
});

test('colour changes no letter', () => {
  const plain = renderPretty([late], false);
  const coloured = renderPretty([late], true);
  expect(coloured).not.toBe(plain);
  expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
});

test('GitHub gets one command a line, escaped as it asks', () => {
  expect(renderGitHub([late, early])).toBe(
    [
      '::warning file=a.mdx,line=1,col=1,title=prose/length::short: 100%25,%0Asays one%0Afix: write more',
      '::error file=b.mdx,line=3,col=7,title=link/no-chapter::there is no chapter "x"%0Afix: write "y"',
    ].join('\n'),
  );
});
