import { parse, type Identifier, type Node } from 'acorn';
import { full } from 'acorn-walk';
import { builtinModules } from 'node:module';
import type { PluginUnderCheck } from '../plugin-under-check.js';

/** What the built code of a plugin uses, read from its text. */
export interface Bundle {
  readonly file: string;
  /** Modules of Node.js, without `node:`. */
  readonly builtins: readonly string[];
  /** Everything else it imports. */
  readonly others: readonly string[];
  /** Whether a property or variable of this name occurs. */
  names(name: string): boolean;
  /** Ways in which it makes code of text: `eval`, `new Function`. */
  readonly dynamic: readonly string[];
}

const builtinNames: ReadonlySet<string> = new Set(builtinModules);

function calledName(callee: Node): string | null {
  return callee.type === 'Identifier' ? (callee as Identifier).name : null;
}

/** The names a program mentions, and what it imports and compiles. */
class Reading {
  readonly imports = new Set<string>();
  readonly mentioned = new Set<string>();
  readonly dynamic = new Set<string>();

  visit(node: Node): void {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression': {
        const { source } = node as Node & { source?: (Node & { value?: unknown }) | null };
        if (typeof source?.value === 'string') this.imports.add(source.value);
        return;
      }
      case 'Identifier':
        this.mentioned.add((node as Identifier).name);
        return;
      case 'MemberExpression': {
        const { property, computed } = node as Node & { property: Node; computed: boolean };
        if (!computed && property.type === 'Identifier') this.mentioned.add((property as Identifier).name);
        return;
      }
      case 'Property': {
        const { key } = node as Node & { key: Node };
        if (key.type === 'Identifier') this.mentioned.add((key as Identifier).name);
        return;
      }
      case 'CallExpression':
      case 'NewExpression': {
        const name = calledName((node as Node & { callee: Node }).callee);
        if (name === 'eval') this.dynamic.add('eval');
        if (name === 'Function') this.dynamic.add('new Function');
        return;
      }
      default:
        return;
    }
  }
}

const bundles = new WeakMap<PluginUnderCheck, Bundle | null>();

function read(plugin: PluginUnderCheck): Bundle | null {
  const file = plugin.manifest?.code?.entry;
  const text = file === undefined ? null : plugin.text(file);
  if (file === undefined || text === null) return null;
  const reading = new Reading();
  try {
    full(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => reading.visit(node));
  } catch {
    // It is no module; loading it says so.
    return null;
  }
  const isBuiltin = (name: string): boolean => name.startsWith('node:') || builtinNames.has(name);
  const imports = [...reading.imports];
  return {
    file,
    builtins: imports.filter(isBuiltin).map((name) => name.replace(/^node:/, '')),
    others: imports.filter((name) => !isBuiltin(name)),
    names: (name) => reading.mentioned.has(name),
    dynamic: [...reading.dynamic],
  };
}

/** The built code of a plugin; null without code, or where it is not built. */
export function bundleOf(plugin: PluginUnderCheck): Bundle | null {
  const known = bundles.get(plugin);
  if (known !== undefined) return known;
  const bundle = read(plugin);
  bundles.set(plugin, bundle);
  return bundle;
}
