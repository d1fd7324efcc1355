import { DockerfileParser } from 'dockerfile-ast';

/** Gives each RUN, COPY, ADD and WORKDIR of a Dockerfile as BuildKit describes it in its cache: a RUN without its keyword, white space run together. */
export function instructionTexts(dockerfile: string): string[] {
  return DockerfileParser.parse(dockerfile)
    .getInstructions()
    .filter((instruction) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(instruction.getKeyword()))
    .map((instruction) => {
      const words = instruction
        .getArguments()
        .map((argument) => argument.getValue())
        .join(' ');
      return instruction.getKeyword() === 'RUN' ? words : `${instruction.getKeyword()} ${words}`;
    })
    .filter((text) => text !== '');
}
