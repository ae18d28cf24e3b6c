import { citationPattern } from '../model/law/citation.ts';
import { scalarText } from './yamlSplice.ts';

/** What `npm run new-wall` needs to know. */
export interface DraftRequest {
  readonly title: string;
  /** Permanent id, for example `w07`. */
  readonly id: string;
  readonly order: number;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** A year later. */
  readonly nextReview: string;
  /** A penal article that the catalog holds, so that the draft passes every check. */
  readonly citation: string;
  /** A post of the catalogue, to be replaced by the one that does the work. */
  readonly post: { readonly department: string; readonly name: string; readonly level: string };
}

function draftRisk({ id, citation, post }: DraftRequest, number: number): string {
  return `      - id: ${id}-r0${number}
        title: 待写风险点${number}
        manifestation: 待写${number}：谁，在这一步的哪个动作上，做什么手脚，谁得利。写动作，不写评价。
        category: 管理风险
        grade: 二类
        gradeReason: 待写：为什么够得上这一级
        postLevel: ${post.level}
        department: ${scalarText(post.department, false)}
        posts: [${scalarText(post.name, true)}]
        cause: 待写：制度、流程或人的哪个缺口
        warningSign: 待写：旁人从哪里能看出来
        controls:
          - { phase: 事前, by: 待写岗位甲, text: 待写：事前做哪个动作、留下什么 }
          - { phase: 事中, by: 待写岗位乙, text: 待写：第二个人怎么复核 }
          - { phase: 事后, by: 待写岗位丙, text: 待写：事后怎么抽查 }
        penalties: [${citation}]
`;
}

function draftStep(request: DraftRequest, number: number, kind: string, next: string): string {
  const { id, citation } = request;
  return `  - id: ${id}-s0${number}
    name: 待写步骤${number}
    kind: ${kind}
    actor: 待写：由谁办
    task: 待写：这一步做什么
    requirements:
      - 待写：要求做到什么，怎样留痕
    basis: [${citation}]
    ownLimit: ＿＿日
${next}    risks:
${draftRisk(request, number)}`;
}

/**
 * A wall file that passes every check and waits to be filled in.
 * @throws Error when the citation is not in citation notation.
 */
export function draftWall(request: DraftRequest): string {
  const { title, id, order, today, nextReview, citation } = request;
  if (!citationPattern.test(citation)) throw new Error(`引用写法不对：${citation}`);
  const post = (level: string) => `  - level: ${level}
    duties: [待写：职责第一条, 待写：职责第二条]
    authority:
      basis: [${citation}]
      boundary: 待写：能定什么、不能定什么，超出的交给谁
      process: 待写：经过谁、留下什么，怎样复核
    manifestations: [待写：这一级容易出的事, 待写：这一级容易出的另一件事]
`;
  return `---
# 草稿：写好以后删掉 isDraft 这一行，再运行 npm run check-content 检查。
isDraft: true
id: ${id}
order: ${order}
powerItem: ${scalarText(title, false)}
powerClass: 事权
leadDepartments: [${scalarText(request.post.department, true)}]
summary: 待写：一句话说明这项权力和最容易出事的地方，二十字以上。
scope: 待写：从哪里起、到哪里止、哪些不在这面墙上，写明边界。
version: '1.0'
effectiveDate: '${today}'
lastReviewDate: '${today}'
nextReviewDate: '${nextReview}'
changeLog:
  - { version: '1.0', date: '${today}', summary: 首版，待审定 }
posts:
${['领导', '中层', '普通'].map(post).join('')}rights:
  - { text: 待写：相对人可以怎么做, basis: [${citation}] }
steps:
${draftStep(request, 1, '开始', `    question: 材料齐全？\n    next:\n      - { to: ${id}-s02, label: 齐全 }\n      - { to: ${id}-x01, label: 不齐 }\n`)}${draftStep(request, 2, '办理', `    next:\n      - { to: ${id}-s03 }\n`)}${draftStep(request, 3, '办结', '')}exits:
  - { id: ${id}-x01, kind: 终止, name: 退回并说明理由, note: 待写：怎样补正、有什么救济 }
---

## 这是什么权力

待写。

## 影响谁

待写。

## 怎样读这面墙

待写。

## 一个虚构的例子

以下情节为说明风险而虚构，不指向任何单位和个人。
`;
}
