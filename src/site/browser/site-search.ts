import { findPages, prepareSearch, type FoundPage } from './find-pages.ts';

interface Words {
  readonly none: string;
  readonly failed: string;
  readonly results: Readonly<Record<string, string>>;
}

const page = 8;

/** The search dialog. It asks after a short rest in typing, and shows only the answer to what stands there now. */
class SiteSearch extends HTMLElement {
  #shown = 0;
  #latest = 0;
  #matches: Awaited<ReturnType<typeof findPages>> = [];

  connectedCallback(): void {
    const { open, close, dialog, input, more } = this.#parts();
    open.disabled = false;
    open.addEventListener('click', () => this.#open());
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    dialog.addEventListener('keydown', (event) => this.#walk(event));
    more.addEventListener('click', () => void this.#showMore());
    let rest: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('input', () => {
      clearTimeout(rest);
      rest = setTimeout(() => void this.#find(input.value), 150);
    });
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>('.results a')?.click();
    });
    addEventListener('keydown', (event) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      const asked = (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
      if (!asked || dialog.open) return;
      event.preventDefault();
      this.#open();
    });
  }

  #parts() {
    const find = <Part extends Element>(selector: string) => this.querySelector(selector) as Part;
    return {
      open: find<HTMLButtonElement>('.open'),
      close: find<HTMLButtonElement>('.close'),
      dialog: find<HTMLDialogElement>('dialog'),
      input: find<HTMLInputElement>('input'),
      status: find<HTMLElement>('.status'),
      results: find<HTMLOListElement>('.results'),
      more: find<HTMLButtonElement>('.more'),
    };
  }

  get #words(): Words {
    return JSON.parse(this.dataset['words'] ?? '{}') as Words;
  }

  #open(): void {
    const { dialog, input } = this.#parts();
    dialog.showModal();
    input.select();
    prepareSearch(this.dataset['forms']).catch(() => this.#failed());
  }

  #failed(): void {
    this.#parts().status.textContent = this.#words.failed;
  }

  async #find(typed: string): Promise<void> {
    const query = typed.trim();
    const { status, results, more } = this.#parts();
    const turn = (this.#latest += 1);
    const matches = query === '' ? [] : await findPages(query, this.dataset['forms']).catch(() => undefined);
    if (turn !== this.#latest) return;
    results.replaceChildren();
    more.hidden = true;
    status.textContent = '';
    if (matches === undefined) return this.#failed();
    if (query === '') return;
    const { none, results: forms } = this.#words;
    const form = forms[new Intl.PluralRules(this.lang).select(matches.length)] ?? forms['other'] ?? '';
    status.textContent = matches.length === 0 ? none.replace('{query}', query) : form.replace('{count}', String(matches.length));
    this.#matches = matches;
    this.#shown = 0;
    await this.#showMore();
  }

  async #showMore(): Promise<void> {
    const { results, more } = this.#parts();
    const turn = this.#latest;
    const next = this.#matches.slice(this.#shown, this.#shown + page);
    const pages = await Promise.all(next.map((match) => match.data()));
    if (turn !== this.#latest) return;
    results.append(...pages.map(renderPage));
    this.#shown += next.length;
    more.hidden = this.#shown >= this.#matches.length;
  }

  /** The arrow keys walk through what was found. */
  #walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const { input } = this.#parts();
    const stops = [input, ...this.querySelectorAll<HTMLAnchorElement>('.results a')];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }
}

/** Titles are text; excerpts are Pagefind's own HTML, escaped but for its marks. */
function renderPage(found: FoundPage): HTMLLIElement {
  const item = document.createElement('li');
  item.append(link(found.url, found.meta.title ?? found.url));
  const sections = found.sub_results.filter((section) => section.url.includes('#') && !section.url.endsWith('#_top')).slice(0, 3);
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

customElements.define('site-search', SiteSearch);
