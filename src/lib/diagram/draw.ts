/** The words of a diagram in one language. */
export interface DiagramWords {
  readonly title: string;
  readonly description: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels that the words lack, and words that no label asks for. */
export interface LabelMismatch {
  readonly missing: readonly string[];
  readonly unused: readonly string[];
}

/** Fills an SVG template with words: labels, title and description, ids of its own and the arrow head that `d-arrow` asks for. */
export function drawDiagram(id: string, template: string, words: DiagramWords): string | LabelMismatch {
  const asked = [...new Set([...template.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map(([, label]) => label ?? ''))];
  const missing = asked.filter((label) => words.labels[label] === undefined);
  const unused = Object.keys(words.labels).filter((label) => !asked.includes(label));
  if (missing.length > 0 || unused.length > 0) return { missing, unused };
  const own = `diagram-${id}`;
  const drawing = template
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, '')
    .replace(/\bid="([^"]+)"/g, `id="${own}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${own}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${own}-$1"`)
    .replace(
      /(<text\b[^>]*>)\s*\{\{\s*([\w-]+)\s*\}\}\s*(<\/text>)/g,
      (_, open: string, label: string, close: string) => `${open}${linesOf(open, words.labels[label] ?? '')}${close}`,
    )
    .replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, label: string) => escape(words.labels[label] ?? ''))
    .replace(
      /<(path|line|polyline)\b([^>]*\bclass="([^"]*\bd-arrow\b[^"]*)")/g,
      (_, element: string, attributes: string, classes: string) =>
        `<${element} marker-end="url(#${own}-arrow${toneOf(classes)})"${attributes}`,
    )
    .trim();
  const head =
    `<title id="${own}-title">${escape(words.title)}</title><desc id="${own}-desc">${escape(words.description)}</desc>` +
    `<defs>${tones.map((tone) => arrowHead(`${own}-arrow${tone}`, tone)).join('')}</defs>`;
  return drawing.replace(/<svg\b([^>]*)>/, (_, attributes: string) => {
    const width = Number(/viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)/.exec(attributes)?.[1] ?? 640);
    return `<svg${attributes} width="${width}" role="img" aria-labelledby="${own}-title" aria-describedby="${own}-desc">${head}`;
  });
}

/** The colours that a line may have besides its own: not every browser can let an arrow head take its line's. */
const tones = ['', 'accent', 'bad'] as const;

const toneOf = (classes: string): string =>
  tones.find((tone) => tone !== '' && classes.split(' ').includes(`d-${tone}`)) ?? '';

const arrowHead = (id: string, tone: string): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">` +
  `<path class="d-head${tone === '' ? '' : ` d-${tone}`}" d="M0 0 10 5 0 10z"/></marker>`;

/** One line stays text; several become lines around the same middle. */
function linesOf(open: string, label: string): string {
  const lines = label.trim().split('\n');
  if (lines.length === 1) return escape(lines[0] ?? '');
  const x = /\bx="([^"]+)"/.exec(open)?.[1] ?? '0';
  const step = 1.25;
  return lines
    .map(
      (line, index) =>
        `<tspan x="${x}" dy="${index === 0 ? -((lines.length - 1) * step) / 2 : step}em">${escape(line)}</tspan>`,
    )
    .join('');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
