import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeAddress, minutesAs, nameOf, parseAddress } from '../../../web/app/pure/jdbc-address.js';

test('an address is taken apart and put together again', () => {
  for (const url of [
    'jdbc:postgresql://db.example.com:5433/crm?sslmode=require&ApplicationName=x',
    'jdbc:mysql://10.0.0.8/crm',
    'jdbc:mariadb://[::1]:3306/crm?sslMode=trust',
    'jdbc:sqlserver://erp:1433;databaseName=Sales;encrypt=true',
    'jdbc:sqlserver://erp;databaseName=Sales',
  ]) {
    assert.equal(composeAddress(parseAddress(url)), url);
  }
  assert.equal(parseAddress('jdbc:oracle:thin:@//ora:1521/orcl').kind, 'other');
  assert.equal(parseAddress('jdbc:postgresql://a,b/crm').kind, 'other');
});

test('a name is made of what people call a thing', () => {
  assert.equal(nameOf('ERP: Kunden (Köln)'), 'erp-kunden-koln');
  assert.equal(nameOf('客户'), '');
});

test('minutes are told in the largest unit that fits', () => {
  assert.deepEqual(minutesAs(15), [15, 'minutes']);
  assert.deepEqual(minutesAs(120), [2, 'hours']);
  assert.deepEqual(minutesAs(1440), [1, 'days']);
});
