import type { SearchDialog } from './search-dialog.ts';

/** The button that opens the search, and its keys. What searches is loaded when it is first opened. */
class SiteSearch extends HTMLElement {
  #dialog: Promise<SearchDialog> | undefined;

  connectedCallback(): void {
    const [open, close, dialog] = [
      this.querySelector<HTMLButtonElement>('.open'),
      this.querySelector('.close'),
      this.querySelector('dialog'),
    ];
    if (open === null || close === null || dialog === null) return;
    const show = () => {
      dialog.showModal();
      this.querySelector('input')?.select();
      this.#dialog ??= import('./search-dialog.ts').then((module) => new module.SearchDialog(this));
    };
    open.disabled = false;
    open.addEventListener('click', show);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
    addEventListener('keydown', (event) => {
      if (dialog.open || !asksForSearch(event)) return;
      event.preventDefault();
      show();
    });
  }
}

/** Ctrl or ⌘ with K, or a slash where nobody is typing. */
function asksForSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key === 'k') return ctrlKey || metaKey;
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return key === '/' && !typing && !ctrlKey && !metaKey && !altKey;
}

customElements.define('site-search', SiteSearch);
