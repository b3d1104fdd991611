import { expect, test } from '@jest/globals';
import { loggable } from '../../../src/kernel/errors/loggable.js';

test('a logged error says what and where, and holds no row, entity or parameter', () => {
  const driver = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'members_key',
    detail: 'Key (name)=(张三) already exists.',
    parameters: ['张三'],
  });
  const error = new Error(`Value for Member.districtId is required\nentity: Member { name: '张三' }`, {
    cause: driver,
  });
  const logged = loggable(error);
  expect(logged).toMatchObject({ type: 'Error', message: 'Value for Member.districtId is required' });
  expect(logged.cause).toMatchObject({ code: '23505', constraint: 'members_key' });
  expect(logged.stack).toContain('loggable.test');
  expect(JSON.stringify(logged)).not.toContain('张三');
});
