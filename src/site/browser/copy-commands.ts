/** A button that copies the commands of a session, without prompts and outputs. Without a clipboard it stays hidden. */
class CopyCommands extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('.copied');
    if (button === null || status === null || !('clipboard' in navigator)) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['commands'] ?? '');
      status.textContent = button.dataset['copied'] ?? '';
      setTimeout(() => (status.textContent = ''), 2000);
    });
  }
}

customElements.define('copy-commands', CopyCommands);
