// npm run editor-settings: tells VS Code which schema belongs to which files of the content.
import { readFileSync, writeFileSync } from 'node:fs';
import { editorSchemas } from '../model/content/editorSchemas.ts';

const file = '.vscode/settings.json';
const settings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const schemas = editorSchemas();
const text = JSON.stringify({ ...settings, 'yaml.schemas': schemas }, undefined, 2);
writeFileSync(file, `${text}\n`);
console.log(`已写好 ${file}：${Object.keys(schemas).length} 种 YAML 文件有字段提示。`);
