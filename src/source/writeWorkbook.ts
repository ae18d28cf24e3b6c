import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import { articleLabel, compareArticles } from '../model/law/citation.ts';
import { contentVersions } from '../model/content/versions.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import type { Sourced } from '../model/content/sourced.ts';
import { placedRisks } from '../model/wall/wall.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';
import { columns } from '../model/workbook/columns.ts';
import { rowHeight } from '../model/workbook/rowHeight.ts';
import {
  departmentHead,
  departmentSheet,
  departmentWidth,
  sheetChoices,
  sheetPath,
  tableFeature,
} from '../model/workbook/sheetChoices.ts';
import { wallTable } from '../model/workbook/wallTable.ts';

type Arguments = Parameters<typeof writeExcelFile>;
type Sheet = Arguments[0][number];

const lawSheet = '法条写法';

const top = { alignVertical: 'top', wrap: true } as const;
const head = { ...top, fontWeight: 'bold', backgroundColor: '#d9e2ec' } as const;
const cell = (value: string, style: object = {}) => ({
  value,
  type: String,
  format: '@',
  ...top,
  ...style,
});

const insert = (xml: string, element: string) =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    element,
    getOrderOfSiblings(sheetPath, 'worksheet') ?? [],
    'worksheet',
  );

function wallSheet({ data }: Sourced<WallSource>): Sheet {
  const { sheet, head: titles, rows, widths } = wallTable(data);
  const isFixed = columns.map((column) => column.isFixed);
  return {
    sheet,
    data: [
      titles.map((title) => cell(title, head)),
      ...rows.map((row) => {
        const height = rowHeight(row, widths);
        return row.map((text, i) =>
          cell(text, { height, ...(isFixed[i] && { backgroundColor: '#eeeeee' }) }),
        );
      }),
    ] as SheetData,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 4,
    orientation: 'landscape',
  };
}

const rules: readonly (readonly [string, string])[] = [
  [
    '怎么用',
    '一面墙一张工作表，一行一个风险点。改好存盘（.xlsx），交给管网站的人导入；导入前会列出每一处旧的和新的文字，核对了才写回。',
  ],
  [
    '不要动',
    '灰色的三列：编号、步骤、校验码。编号印在纸上、存在别人的文件里；校验码用来认出这一行在导出以后有没有在别处改过。',
  ],
  [
    '可以动',
    '其余各列都可以改。列可以换位置、隐藏、删掉（删掉的列当作没有改），行可以排序、筛选；列名不要改。',
  ],
  [
    '新增',
    '在表的最下面加一行，编号空着，导入时由程序接着全墙用过的最大编号往下给；步骤编号、名称等各列写齐，监测指标可以不写。',
  ],
  ['删除', '删掉一行不等于删掉风险点：导入时会列出来，说明确实要删才删。删掉的编号不再给别的用。'],
  [
    '换步骤',
    '把“步骤编号”改成另一步的编号，这个风险点就移到那一步。步骤的名称和增减要在墙的文件里改。',
  ],
  ['措施', '写成“处室或岗位：怎么防”，一条一行（在格子里换行按 Alt+Enter）。'],
  ['惩处依据', '写“法律编号#条.款.项”，一条一行；编号和条在“法条写法”那张表里找。'],
  [
    '类别、等级',
    '类别、等级、岗位层级、处室、步骤编号有下拉，从里面选。等级是一类、二类、三类：一类要引刑法条文。',
  ],
  ['文字', '一格就是一段话，不用换行；不写真实的人名、地名和案例。'],
];

function guideSheet(content: ContentSet, today: string): Sheet {
  const facts = [
    ['导出日期', today],
    ['内容版本', contentVersions(content).walls],
  ] as const;
  return {
    sheet: '说明',
    data: [
      [
        cell('廉政风险点表：填写说明', {
          fontWeight: 'bold',
          fontSize: 14,
          wrap: false,
          height: 26,
        }),
      ],
      ...[...facts, ...rules].map(([name, text]) => [
        cell(name, { fontWeight: 'bold', height: rowHeight([name, text], [14, 76]) }),
        cell(text),
      ]),
    ] as SheetData,
    columns: [{ width: 14 }, { width: 76 }],
    orientation: 'landscape',
  };
}

function departmentList({ bureau }: ContentSet): Sheet {
  return {
    sheet: departmentSheet,
    data: [
      [cell(departmentHead, head)],
      ...bureau.data.departments.map(({ name }) => [cell(name)]),
    ] as SheetData,
    columns: [{ width: departmentWidth }],
    stickyRowsCount: 1,
  };
}

const lawWidths = [40, 30, 16, 80];

function lawList({ laws }: ContentSet): Sheet {
  const rows = laws.flatMap(({ name, data }) => {
    const articles = Object.keys(data.articles).sort(compareArticles);
    return articles.length === 0
      ? [[name, data.shortTitle, '', '没有逐条核对，只写编号']]
      : articles.map((article) => [
          `${name}#${article}`,
          data.shortTitle,
          articleLabel(article),
          data.articles[article] ?? '',
        ]);
  });
  return {
    sheet: lawSheet,
    data: [
      ['写法', '法律', '条', '要点'].map((title) => cell(title, head)),
      ...rows.map((row) => {
        const height = rowHeight(row, lawWidths);
        return row.map((text) => cell(text, { height }));
      }),
    ] as SheetData,
    columns: lawWidths.map((width) => ({ width })),
    stickyRowsCount: 1,
  };
}

/**
 * The risks of some walls as a workbook for people who write in Excel.
 * @param today YYYY-MM-DD.
 */
export async function workbookOf(
  content: ContentSet,
  walls: readonly Sourced<WallSource>[],
  today: string,
): Promise<Buffer> {
  const departments = content.bureau.data.departments.length;
  // The first sheet explains, then come the walls in their order.
  const tables = [
    undefined,
    ...walls.map(({ data }) => ({
      rows: placedRisks(data).length,
      choices: sheetChoices(data, departments),
    })),
  ];
  return writeExcelFile(
    [
      guideSheet(content, today),
      ...walls.map(wallSheet),
      departmentList(content),
      lawList(content),
    ],
    { features: [tableFeature(tables, insert)], fontFamily: '宋体', fontSize: 11 },
  ).toBuffer();
}
