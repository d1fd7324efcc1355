import { findPages, prepareSearch, type FoundPage } from './find-pages.ts';

interface Words {
  readonly none: string;
  readonly failed: string;
  readonly results: Readonly<Record<string, string>>;
}

const atOnce = 8;

/** What happens in the search dialog. It asks after a short rest in typing, and shows only the answer to what stands there now. */
export class SearchDialog {
  readonly #host: HTMLElement;
  readonly #words: Words;
  readonly #forms: string | undefined;
  #asked = '';
  #shown = 0;
  #latest = 0;
  #matches: Awaited<ReturnType<typeof findPages>> = [];

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#words = JSON.parse(host.dataset['words'] ?? '{}') as Words;
    this.#forms = host.dataset['forms'];
    const input = this.#part<HTMLInputElement>('input');
    let rest: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('input', () => {
      clearTimeout(rest);
      rest = setTimeout(() => void this.#find(input.value), 150);
    });
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#part<HTMLAnchorElement | null>('.results a')?.click();
    });
    this.#part('dialog').addEventListener('keydown', (event) => this.#walk(event));
    this.#part('.more').addEventListener('click', () => void this.#showMore());
    prepareSearch(this.#forms).catch(() => this.#say(this.#words.failed));
    if (input.value !== '') void this.#find(input.value);
  }

  #part<Part extends HTMLElement | null = HTMLElement>(selector: string): Part {
    return this.#host.querySelector(selector) as Part;
  }

  #say(text: string): void {
    this.#part('.status').textContent = text;
  }

  async #find(typed: string): Promise<void> {
    const query = typed.trim();
    if (query === this.#asked) return;
    this.#asked = query;
    const turn = (this.#latest += 1);
    const matches = query === '' ? [] : await findPages(query, this.#forms).catch(() => undefined);
    if (turn !== this.#latest) return;
    this.#part('.results').replaceChildren();
    this.#part('.more').hidden = true;
    if (matches === undefined) {
      this.#asked = '';
      return this.#say(this.#words.failed);
    }
    this.#say(query === '' ? '' : this.#count(query, matches.length));
    this.#matches = matches;
    this.#shown = 0;
    await this.#showMore();
    this.#host.dataset['answered'] = query;
  }

  #count(query: string, count: number): string {
    const { none, results } = this.#words;
    if (count === 0) return none.replace('{query}', query);
    const form = results[new Intl.PluralRules(this.#host.lang).select(count)] ?? results['other'] ?? '';
    return form.replace('{count}', String(count));
  }

  async #showMore(): Promise<void> {
    const turn = this.#latest;
    const next = this.#matches.slice(this.#shown, this.#shown + atOnce);
    const pages = await Promise.all(next.map((match) => match.data()));
    if (turn !== this.#latest) return;
    this.#part('.results').append(...pages.map(renderPage));
    this.#shown += next.length;
    this.#part('.more').hidden = this.#shown >= this.#matches.length;
  }

  /** The arrow keys walk through what was found. */
  #walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [this.#part('input'), ...this.#host.querySelectorAll<HTMLElement>('.results a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }
}

/** Titles are text; excerpts are Pagefind's own HTML, escaped but for its marks. */
function renderPage(found: FoundPage): HTMLLIElement {
  const item = document.createElement('li');
  item.append(link(found.url, found.meta.title ?? found.url));
  const sections = found.sub_results
    .filter((section) => section.url.includes('#') && !section.url.endsWith('#_top'))
    .slice(0, 3);
  if (sections.length === 0) item.append(excerpt(found.excerpt));
  for (const section of sections) {
    const part = document.createElement('div');
    part.className = 'section';
    part.append(link(section.url, section.title), excerpt(section.excerpt));
    item.append(part);
  }
  return item;
}

function link(url: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.textContent = text;
  return anchor;
}

function excerpt(html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.innerHTML = html;
  return paragraph;
}
