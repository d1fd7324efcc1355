/** Section ids are the same in all languages: a change of language stays in the section. A click elsewhere closes the list. */
for (const list of document.querySelectorAll<HTMLDetailsElement>('details.languages')) {
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) target.hash = location.hash;
  });
  addEventListener('click', ({ target }) => {
    if (!list.contains(target as Node)) list.open = false;
  });
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') list.open = false;
  });
}
