/** One line of the field table in the authoring guide. */
export interface FieldRow {
  /** `steps › risks › grade`. */
  readonly path: string;
  readonly isRequired: boolean;
  readonly description: string;
  /** Length, choices or form, in Chinese. */
  readonly limit: string;
}

/** The parts of JSON Schema that the content schemas come to. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly const?: unknown;
  /** Forms told apart by `type`. */
  readonly oneOf?: readonly SchemaNode[];
}

const hasFields = (node: SchemaNode | undefined): boolean =>
  node?.properties !== undefined || node?.oneOf !== undefined;

function countOf({ minItems, maxItems }: SchemaNode): string {
  if (minItems !== undefined && minItems === maxItems) return `，${minItems} 项`;
  const least = minItems ? `，至少 ${minItems} 项` : '';
  return least + (maxItems === undefined ? '' : `，至多 ${maxItems} 项`);
}

function limitOf(node: SchemaNode): string {
  if (node.const !== undefined) return String(node.const);
  if (node.enum) return node.enum.join('、');
  if (node.type === 'array') {
    const inner = hasFields(node.items) ? '' : limitOf(node.items ?? {});
    return `列表${countOf(node)}${inner ? `，每项${inner}` : ''}`;
  }
  if (node.maxLength !== undefined) return `${node.minLength ?? 0}–${node.maxLength} 字`;
  return node.type === 'boolean' ? 'true 或 false' : '';
}

/** Rows of several forms as one list: a field that only some have, or have otherwise, names them. */
function joinForms(forms: readonly SchemaNode[], prefix: readonly string[]): FieldRow[] {
  const typeOf = ({ properties }: SchemaNode) => limitOf(properties?.['type'] ?? {});
  const typePath = [...prefix, 'type'].join(' › ');
  const groups = new Map<string, { row: FieldRow; types: string[] }>();
  for (const form of forms) {
    for (const row of fieldRows(form, prefix)) {
      const shown = row.path === typePath ? { ...row, limit: forms.map(typeOf).join('、') } : row;
      const group = groups.get(JSON.stringify(shown)) ?? { row: shown, types: [] };
      group.types.push(typeOf(form));
      groups.set(JSON.stringify(shown), group);
    }
  }
  const paths = [...new Set([...groups.values()].map(({ row }) => row.path))];
  return paths.flatMap((path) =>
    [...groups.values()]
      .filter(({ row }) => row.path === path)
      .map(({ row, types }) =>
        types.length === forms.length
          ? row
          : { ...row, description: `〔${types.join('、')}〕${row.description}` },
      ),
  );
}

/**
 * The field table of a content schema, so that the guide never says other than the checker does.
 * @param schema JSON Schema of the file or of its frontmatter.
 */
export function fieldRows(schema: unknown, prefix: readonly string[] = []): FieldRow[] {
  const { properties = {}, required = [], oneOf } = schema as SchemaNode;
  if (oneOf) return joinForms(oneOf, prefix);
  return Object.entries(properties).flatMap(([name, node]) => {
    const path = [...prefix, name];
    const inner = hasFields(node) ? node : hasFields(node.items) ? node.items : undefined;
    const row: FieldRow = {
      path: path.join(' › '),
      isRequired: required.includes(name),
      description: node.description ?? node.items?.description ?? '',
      limit: limitOf(node),
    };
    return [row, ...(inner ? fieldRows(inner, path) : [])];
  });
}
