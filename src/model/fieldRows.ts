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
}

function limitOf(node: SchemaNode): string {
  if (node.enum) return node.enum.join('、');
  if (node.type === 'array') {
    const least = node.minItems ? `，至少 ${node.minItems} 项` : '';
    const inner = node.items?.properties ? '' : limitOf(node.items ?? {});
    return `列表${least}${inner ? `，每项${inner}` : ''}`;
  }
  if (node.maxLength !== undefined) return `${node.minLength ?? 0}–${node.maxLength} 字`;
  return node.type === 'boolean' ? 'true 或 false' : '';
}

/**
 * The field table of a content schema, so that the guide never says other than the checker does.
 * @param schema JSON Schema of the frontmatter.
 */
export function fieldRows(schema: unknown, prefix: readonly string[] = []): FieldRow[] {
  const { properties = {}, required = [] } = schema as SchemaNode;
  return Object.entries(properties).flatMap(([name, node]) => {
    const path = [...prefix, name];
    const inner = node.properties ? node : node.items?.properties ? node.items : undefined;
    const row: FieldRow = {
      path: path.join(' › '),
      isRequired: required.includes(name),
      description: node.description ?? node.items?.description ?? '',
      limit: limitOf(node),
    };
    return [row, ...(inner ? fieldRows(inner, path) : [])];
  });
}
