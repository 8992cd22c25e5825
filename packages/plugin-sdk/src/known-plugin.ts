import type { DimensionNode, KnownPlugin, LocalizedText } from '@terrace/model';
import type { CodeDeclarations, CodeDimension } from './code-declarations.js';
import type { Manifest } from './manifest.js';

/**
 * A plugin as models are checked against it.
 * @param code - what its code declares; null without code
 * @param reason - why its code cannot be used, where there is more to say than the state
 * @since 0.1.0
 */
export function knownPlugin(
  { version }: Manifest,
  code: CodeDeclarations | null,
  state: KnownPlugin['state'],
  reason: LocalizedText | null,
): KnownPlugin {
  return { version, state, reason, dimensions: code?.dimensions ?? [], actions: code?.actions ?? [] };
}

/** The dimension node of a dimension in code, ready for the palette: parameters have their defaults, what is missing matches nothing. @since 0.1.0 */
export function codeDimensionNode(
  { id: pluginId, version }: Manifest,
  declared: CodeDimension,
): DimensionNode {
  const { id, name, description, valueType, unit, domain, better } = declared;
  return {
    kind: 'dimension',
    id,
    name,
    ...(description === undefined ? {} : { description }),
    valueType,
    ...(unit === undefined ? {} : { unit }),
    source: {
      kind: 'code',
      dimension: `${pluginId}.${id}`,
      version,
      parameters: Object.fromEntries(
        declared.parameters.map((parameter) => [parameter.id, parameter.default]),
      ),
    },
    missing: { policy: 'noMatch' },
    ...(domain === undefined ? {} : { domain }),
    ...(better === undefined ? {} : { better }),
  };
}
