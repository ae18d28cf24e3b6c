import type { MechanismDocument } from '../mechanism/documentSchema.ts';
import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { mechanisms } from '../vocabulary.ts';
import { checkCitation } from './citations.ts';
import { fault, reminder } from '../problem/fault.ts';
import { checkOnceEach, checkPlaces } from './places.ts';

function checkUnique(documents: ContentSet['mechanismDocuments']): Problem[] {
  return documents.flatMap((entry, i) => {
    const before = documents.slice(0, i);
    const sameId = before.find(({ data }) => data.id === entry.data.id);
    const sameTitle = before.find(({ data }) => data.title === entry.data.title);
    return [
      ...(sameId
        ? [
            fault(entry, {
              path: ['id'],
              problem: `编号 ${entry.data.id} 重复，${sameId.file} 已经用了`,
              remedy: '换一个没有用过的编号；已经发布的那一个不要动',
            }),
          ]
        : []),
      ...(sameTitle
        ? [
            fault(entry, {
              path: ['title'],
              problem: `“${entry.data.title}”已经在 ${sameTitle.file} 里录过了`,
              remedy: '一份制度只录一个文件，留一个，删一个',
            }),
          ]
        : []),
    ];
  });
}

function checkDocument(content: ContentSet, entry: Sourced<MechanismDocument>): Problem[] {
  const { catalogId, reliedOnBy, basis } = entry.data;
  const repeated = reliedOnBy.flatMap(({ at }, i) =>
    reliedOnBy.findIndex((other) => other.at === at) === i
      ? []
      : fault(entry, {
          path: ['reliedOnBy', i, 'at'],
          problem: `${at} 写了两次`,
          remedy: '合成一条写',
        }),
  );
  return [
    ...checkPlaces(
      content,
      entry,
      reliedOnBy.map(({ at }, i) => ({ at, path: ['reliedOnBy', i, 'at'] })),
    ),
    ...repeated,
    ...basis.flatMap((text, i) => checkCitation(content, entry, text, ['basis', i])),
    ...(catalogId !== undefined && !content.laws.some(({ name }) => name === catalogId)
      ? [
          fault(entry, {
            path: ['catalogId'],
            problem: `法律目录里没有 ${catalogId}`,
            remedy: '写 content/laws/ 里有的文件名，不带 .yaml；没有的删掉这一项',
          }),
        ]
      : []),
    ...(reliedOnBy.length === 0
      ? [
          reminder(entry, {
            kind: '制度没有墙靠它',
            path: ['reliedOnBy'],
            problem: `“${entry.data.title}”没有哪面墙靠它`,
            remedy: '想一想哪一步用得着它，补一条 reliedOnBy；确实没有的不用管',
          }),
        ]
      : []),
  ];
}

/** The documents of the five mechanisms: told apart, and bound to walls that exist. */
export function checkMechanisms(content: ContentSet): Problem[] {
  const { mechanismCatalog: catalog, mechanismDocuments: documents } = content;
  const counts = catalog
    ? [
        ...checkOnceEach(
          catalog,
          ['mechanisms'],
          mechanisms,
          catalog.data.mechanisms.map(({ name }) => name),
        ),
        ...catalog.data.mechanisms.flatMap(({ name, expected }, i) => {
          const entered = documents.filter(({ data }) => data.mechanism === name).length;
          return entered > expected
            ? reminder(catalog, {
                path: ['mechanisms', i, 'expected'],
                problem: `“${name}”应有 ${expected} 件，已经录入 ${entered} 件`,
                remedy: '核对应有的件数，或者检查有没有归错机制的文件',
              })
            : [];
        }),
      ]
    : [];
  return [
    ...counts,
    ...checkUnique(documents),
    ...documents.flatMap((entry) => checkDocument(content, entry)),
  ];
}
