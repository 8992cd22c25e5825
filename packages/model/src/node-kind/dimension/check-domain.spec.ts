import { describe, expect, it } from '@jest/globals';
import { field, faultsOf } from '../../testing/probe-node.js';

describe('the domain of a dimension', () => {
  it.each<[string, object, [string, string][]]>([
    ['number', { domain: { minimum: '0', maximum: '10', step: '0.01' } }, []],
    ['duration', { domain: { minimum: '0' }, unit: 'day' }, []],
    ['number', { domain: { minimum: '2', maximum: '1' } }, [['EMPTY_RANGE', 'domain.maximum']]],
    ['number', { domain: { step: '0' } }, [['POSITIVE_EXPECTED', 'domain.step']]],
    ['text', { domain: { minimum: '2' } }, [['DOMAIN_WITHOUT_USE', 'domain']]],
    ['text', { domain: { options: ['a'] } }, [['DOMAIN_WITHOUT_USE', 'domain.options']]],
    ['enumeration', {}, [['OPTIONS_NEEDED', 'domain']]],
    ['enumeration', { domain: { options: ['a', 'a'] } }, [['DUPLICATE_OPTION', 'domain.options.1']]],
    [
      'enumeration',
      { domain: { options: ['a'] }, missing: { policy: 'default', value: 'b' } },
      [['WRONG_DEFAULT', 'missing.value']],
    ],
    ['duration', { missing: { policy: 'default', value: 'b' } }, [['WRONG_DEFAULT', 'missing.value']]],
    ['duration', { missing: { policy: 'default', value: 3 } }, []],
  ])('of %s with %j has the faults %j', (valueType, more, expected) => {
    expect(faultsOf([field('d', valueType, more)], 'd')).toEqual(expected);
  });
});
