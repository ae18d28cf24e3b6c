import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { largestAmount } from '../../src/model/checks/gradeReasons.ts';
import { formatReport } from '../../src/model/problem/problem.ts';
import { readContent } from '../../src/source/readContent.ts';
import { secondContent } from '../fixtures/secondBureau.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Change = readonly [file: string, from: string, to: string];

/** What the check says of the second bureau's content after these changes. */
function reportAfter(changes: readonly Change[]): string {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  cpSync(secondContent, folder, { recursive: true });
  for (const [name, from, to] of changes) {
    const file = join(folder, name);
    const before = readFileSync(file, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} 里没有 ${from}`);
    writeFileSync(file, after);
  }
  const { problems } = readContent(folder, '2026-12-01');
  return formatReport(problems.filter(({ severity }) => severity === 'error'));
}

const land = 'walls/temporary-forest-land.mdx';
const funds = 'walls/afforestation-funds.mdx';
const cadres = 'walls/cadre-rotation.mdx';

interface Rule {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly says: readonly string[];
}

const rules: readonly Rule[] = [
  {
    name: '许可法的期限没有写工作日',
    changes: [[land, '五个工作日内一次告知', '五日内一次告知']],
    says: ['“五日”是工作日，没有写明', '五个工作日', '第八十二条'],
  },
  {
    name: '步骤没有时限',
    changes: [[funds, '    ownLimit: ＿＿日\n', '']],
    says: ['“分配造林任务”没有时限', 'ownLimit', '＿＿日'],
  },
  {
    name: '有法定时限又写本单位的时限',
    changes: [[land, '    system: 林地审批平台', '    ownLimit: 三日\n    system: 林地审批平台']],
    says: ['已经有法定时限，又写了本单位的时限'],
  },
  {
    name: '时限没有出处',
    changes: [[land, '        source: xingzheng-xuke-fa#32\n', '']],
    says: ['出处写 source', '写 named'],
  },
  {
    name: '惩处依据是义务条款',
    changes: [[land, "['xingzheng-xuke-fa#72', 'xingzheng-xuke-fa#73']", "['xingzheng-xuke-fa#32']"]],
    says: ['w01-r02', '第三十二条没有罚则', 'penal'],
  },
  {
    name: '分项的条没有写到项',
    changes: [['laws/zhengwu-chufen-fa.yaml', 'articles:', "items:\n  '33': [3, 0]\narticles:"]],
    says: ['w02-r01', '第三十三条分项，没有写是哪一项', 'zhengwu-chufen-fa#33.1.1'],
  },
  {
    name: '引的项条文里没有',
    changes: [
      ['laws/zhengwu-chufen-fa.yaml', 'articles:', "items:\n  '30': [2]\narticles:"],
      [cadres, "penalties: ['zhengwu-chufen-fa#30']", "penalties: ['zhengwu-chufen-fa#30.1.3']"],
    ],
    says: ['这一款只有 2 项，引的是第 3 项'],
  },
  {
    name: '处分规定管不到这类人员',
    changes: [['laws/zhengwu-chufen-fa.yaml', 'isVerified: true', 'isVerified: true\nappliesTo: [参公]']],
    says: ['的岗位是公务员', '只适用于参公', 'staff'],
  },
  {
    name: '要点写错主体',
    changes: [['laws/xing-fa.yaml', '国家工作人员收受', '公职人员收受']],
    says: ['《刑法》没有“公职人员”这个说法', '第三百八十五条'],
  },
  {
    name: '三类引了政务处分法',
    changes: [[land, "penalties: ['xingzheng-xuke-fa#72']", "penalties: ['zhengwu-chufen-fa#39']"]],
    says: ['w01-r01 定为三类，惩处依据却是《公职人员政务处分法》', '升为二类'],
  },
  {
    name: '送礼的事定成三类',
    changes: [[land, '收件人嫌逐项核对麻烦', '收件人收下一条烟酒']],
    says: ['w01-r01 定为三类，写的却是“烟酒”'],
  },
  {
    name: '同一种行为没有引那个罪名',
    changes: [[funds, "'xing-fa#384'", "'xing-fa#382'"]],
    says: ['w02-r06', '“挪用”', '没有第三百八十四条', '补上 xing-fa#384'],
  },
  {
    name: '事业编制人员的渎职罪少引一条',
    changes: [[funds, "'xing-fa#382', 'xing-fa#385'", "'xing-fa#382'"]],
    says: ['w02-r04 只引 xing-fa#382 不够', '补上 xing-fa#385'],
  },
  {
    name: '过了那道线才处分，定级理由没有交代',
    changes: [
      ['laws/zhengwu-chufen-fa.yaml', 'articles:', "thresholds: {'33': 情节较重}\narticles:"],
    ],
    says: ['w02-r01 引了', '第三十三条，那里是“情节较重”才处分'],
  },
  {
    name: '一类的受贿没有说得了什么',
    changes: [
      ['wording.yaml', 'notMinor:', 'gainWords: [万元]\nnotMinor:'],
    ],
    says: ['w02-r02 是一类的贪污、受贿', '得了多少'],
  },
  {
    name: '定级理由说的是查到了什么',
    changes: [[funds, '纵容亲属谋私，违反纪律', '纵容亲属谋私，没有查到收钱']],
    says: ['w02-r01 的定级理由说的是查到了什么', '没有查到'],
  },
  {
    name: '二类的数额过了三十万元没有交代',
    changes: [[funds, '施工费由他先挑', '施工费八十万元由他先挑']],
    says: ['w02-r01 定为二类，写的数额却有 80 万元'],
  },
  {
    name: '领导的风险只有下属看着',
    changes: [[funds, 'by: 机关纪委, text: 列席分配会', 'by: 造林绿化处, text: 列席分配会']],
    says: ['w02-r01 是领导的风险', '没有人挡得住', '机关纪委'],
  },
  {
    name: '挡得住分管领导的，挡不住主要领导',
    changes: [['bureau.yaml', 'guards: 主要领导', 'guards: 分管领导']],
    says: ['w03-r04 是主要领导的风险'],
  },
  {
    name: '出风险的处室自己看自己',
    changes: [[land, 'by: 林地管理处复核人', 'by: 林地管理处']],
    says: ['w01-r01 的防控措施由“林地管理处”来做', '第二个人'],
  },
  {
    name: '处室负责人只有自己的人看着',
    changes: [
      [cadres, 'by: 机关纪委, text: 年限从任职文件', 'by: 组织干部处复核人, text: 年限从任职文件'],
    ],
    says: ['w03-r01 是处室负责人的风险', '只有他自己的人看着'],
  },
  {
    name: '一家承担的措施太多',
    changes: [['bureau.yaml', 'departments:', 'guardPercentMax: 40\ndepartments:']],
    says: ['机关纪委一家要做', '本单位要求至多 40 %'],
  },
  {
    name: '要求照做就违法',
    changes: [[land, '缺的材料一次写全', '办许可收费的一次写全']],
    says: ['照做就违法', '不得收取费用', '写明不收费'],
  },
  {
    name: '名称里有读不懂的词',
    changes: [[land, 'title: 缺件照收', 'title: 缺件戴帽子']],
    says: ['“缺件戴帽子”里有“帽子”', 'titleWords'],
  },
  {
    name: '名称太短',
    changes: [[land, 'title: 缺件照收', 'title: 照收件']],
    says: ['“照收件”有 3 个字', '4 到 12 个字'],
  },
];

describe('内容的规矩，破一条说一条', () => {
  test('没有改过的没有错误', () => {
    expect(reportAfter([])).not.toContain('错误｜');
  });

  test.each(rules)('$name', ({ changes, says }) => {
    const report = reportAfter(changes);
    for (const words of says) expect(report).toContain(words);
  });
});

test.each([
  ['收了三万元', 3],
  ['套出八十万，二人平分', 80],
  ['先谈定三亿元', 30000],
  ['少补六百多万元', 600],
  ['少收上千万元', 1000],
  ['二十五万一亩', 25],
  ['每平方米少交两千多元', 0],
])('%s：%i 万元', (text, amount) => {
  expect(largestAmount(text)).toBe(amount);
});
