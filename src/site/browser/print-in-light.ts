/** Paper is white: a page that is read in the dark scheme is printed in the light one. */
let chosen: string | undefined;

addEventListener('beforeprint', () => {
  chosen = document.documentElement.dataset['theme'];
  document.documentElement.dataset['theme'] = 'light';
});
addEventListener('afterprint', () => {
  document.documentElement.dataset['theme'] = chosen ?? 'dark';
});
