import { CHAINS } from './chains.ts';
import type { Measure } from './measure.ts';
import type { Registry } from './registry.ts';
import type { Both, LensName } from './schema.ts';

const both = ({ zh, en }: Both): string => `${zh}  \n${en}`;

/** The study's part that a measure feeds, in its own word. */
function termOf({ lens, part }: Measure): Both {
  if (lens === 'all') return { zh: '各页都有', en: 'Under every lens' };
  const found = CHAINS[lens as LensName].parts.find(({ key }) => key === part);
  if (!found) throw new Error(`no part ${part} in the chain of ${lens}`);
  return found.term;
}

function pageOf(measure: Measure): string {
  const { id, version, lens, name, question, formula, inputs, unit, minimum, threats, sources } = measure;
  return `# ${id} ${name.zh} / ${name.en}

Version ${version} · lens ${lens} · unit ${unit}

**${question.zh}**  
**${question.en}**

- **Feeds**: ${both(termOf(measure))}
- **Formula**: \`${formula.zh}\`  
\`${formula.en}\`
- **Inputs**: ${both(inputs)}
- **Minimum**: ${both(minimum)}
- **Threats**: ${both(threats)}
- **Sources**: ${sources.join('; ')}
`;
}

const fileOf = ({ id }: Measure): string => `${id.toLowerCase()}.md`;

/** docs/measures, file by file, from the registry: \`node scripts/measures.js\` writes it, a test compares. */
export function measureDocs({ current }: Registry): Record<string, string> {
  const rows = current.map(
    (one) => `| [${one.id}](${fileOf(one)}) | ${one.lens} | ${one.name.zh} / ${one.name.en} | ${one.question.zh} |`,
  );
  const index = `# Measures

Generated from \`src/lenses/measures\` by \`node scripts/measures.js\`; do not edit by hand.

| id | lens | name | question |
|---|---|---|---|
${rows.join('\n')}
`;
  return { 'README.md': index, ...Object.fromEntries(current.map((one) => [fileOf(one), pageOf(one)])) };
}
