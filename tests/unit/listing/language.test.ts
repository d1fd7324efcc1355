import { expect, test } from 'vitest';
import { languageOf } from '../../../src/lib/listing/language.ts';

test.each([
  ['Dockerfile', '', 'docker'],
  ['keymaker/Dockerfile.slim', '', 'docker'],
  ['manifests/pod.yaml', '', 'yaml'],
  ['chart/templates/_helpers.tpl', '', 'yaml'],
  ['.dockerignore', '', 'text'],
  ['.env', '', 'dotenv'],
  ['bin/docker-credential-vault', '#!/bin/sh\n', 'bash'],
  ['bin/tool', '#!/usr/bin/env bash\n', 'bash'],
  ['bin/tool', '#!/usr/bin/python3\n', 'text'],
  ['LICENSE', '', 'text'],
])('%s that begins "%s" is %s', (file, text, language) => expect(languageOf(file, text)).toBe(language));
