const names: Readonly<Record<string, string>> = {
  docker: 'Docker',
  buildx: 'Buildx',
  compose: 'Compose',
  kind: 'kind',
  kubernetes: 'Kubernetes',
  kubectl: 'kubectl',
  helm: 'Helm',
};

/** A tool's name as its makers write it. */
export const toolName = (tool: string): string => names[tool] ?? tool;
