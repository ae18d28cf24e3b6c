// npm run new-wall -- <slug> <标题>: makes a draft wall that passes every check.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugPattern } from '../model/fields/ids.ts';
import { catalogueOf } from '../model/checks/catalogue.ts';
import { contentFolder } from './contentFolder.ts';
import { localToday } from '../model/text/dates.ts';
import { controlFault } from '../model/text/controlCharacters.ts';
import { parseWith } from '../model/problem/schemaProblems.ts';
import { show } from '../model/problem/told.ts';
import { wallSchema } from '../model/wall/wallSchema.ts';
import { draftWall } from './draftWall.ts';
import { readContent } from './readContent.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const [slug, title] = process.argv.slice(2);
if (!slug || !title)
  fail(
    '用法：npm run new-wall -- <英文名> <权力事项>，例如 npm run new-wall -- land-registration 土地登记发证',
  );
if (!slugPattern.test(slug))
  fail(`“${slug}”不能做文件名：只用小写字母、数字和短横，例如 land-registration`);
const named = parseWith(wallSchema.shape.powerItem, title);
const nameFault = controlFault(title) ?? ('faults' in named ? named.faults[0] : undefined);
if (nameFault) fail(`权力事项“${show(title)}”：${nameFault.problem}；${nameFault.remedy}`);

const file = join(contentFolder(), 'walls', `${slug}.mdx`);
if (existsSync(file)) fail(`content/walls/${slug}.mdx 已经有了，没有改动它`);

const today = localToday();
const { content, allWallIds } = readContent(contentFolder(), today);
// The draft cites it as a penalty too, so it sanctions, whoever the post is, and has no items to name.
const citation = content?.laws.flatMap(({ name, data }) =>
  data.appliesTo
    ? []
    : data.penal
        .filter((article) => data.articles[article] && !data.items[article])
        .map((article) => `${name}#${article}`),
)[0];
if (!citation)
  fail('法律目录里没有一条罚则：先在 content/laws/ 里建一部法律，把有罚则的条写进 penal');
const posts = content ? catalogueOf(content) : [];
const post = posts.find(({ level }) => level === '普通') ?? posts[0];
if (!post) fail('岗位目录是空的：先在 content/posts/ 里给一个处室列出岗位');
const used = allWallIds.map((id) => Number(id.slice(1)));
const number = Math.max(0, ...used) + 1;
const nextReview = `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
writeFileSync(
  file,
  draftWall({
    title: title.trim(),
    id: `w${String(number).padStart(2, '0')}`,
    order: number,
    today,
    nextReview,
    post: { department: post.department.name, name: post.name, level: post.level },
    citation,
  }),
);
console.log(`已建草稿 content/walls/${slug}.mdx。草稿不进网站；写好以后删掉 isDraft 一行。`);
