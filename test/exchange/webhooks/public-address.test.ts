import { describe, expect, test } from '@jest/globals';
import {
  AddressError,
  addressFault,
  checkedAddresses,
  isLoopbackAddress,
  isPublicAddress,
  resolveBySystem,
} from '../../../src/exchange/webhooks/public-address.js';

const PUBLIC_ADDRESSES = ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0'];
const PUBLIC_IPV6 = ['2606:4700::1111', '2a00:1450:4001:80b::200e', '2001:4860:4860::8888'];

/** Addresses that lead to this machine, to its network or to nobody, and what each of them is. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['0.0.0.0', 'this host'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.100.100.200', 'the metadata of Alibaba'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'the metadata of AWS, Azure and Google'],
  ['168.63.129.16', 'the host of a machine in Azure'],
  ['192.0.0.192', 'the metadata of Oracle'],
  ['192.0.2.1', 'documentation'],
  ['192.88.99.1', 'relays of 6to4'],
  ['198.18.0.1', 'benchmarks'],
  ['198.51.100.1', 'documentation'],
  ['203.0.113.1', 'documentation'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::7f00:1', '127.0.0.1, compatible'],
  ['::a9fe:a9fe', '169.254.169.254, compatible'],
  ['::ffff:127.0.0.1', '127.0.0.1, mapped'],
  ['::ffff:7f00:1', '127.0.0.1, mapped'],
  ['::ffff:a9fe:a9fe', '169.254.169.254, mapped'],
  ['::ffff:8.8.8.8', 'any mapped address'],
  ['::ffff:0:7f00:1', '127.0.0.1, translated'],
  ['64:ff9b::7f00:1', '127.0.0.1 by NAT64'],
  ['64:ff9b::a00:1', '10.0.0.1 by NAT64'],
  ['64:ff9b:1::a9fe:a9fe', '169.254.169.254 by local NAT64'],
  ['2001::1', 'Teredo'],
  ['2002:7f00:1::', '127.0.0.1 by 6to4'],
  ['2001:db8::1', 'documentation'],
  ['100::1', 'discard'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'the metadata of AWS'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local, with a zone'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
  ['4000::1', 'given to nobody'],
  ['127.1', 'no canonical spelling'],
  ['0x7f000001', 'no canonical spelling'],
  ['localhost', 'no address'],
  ['', 'no address'],
];

test.each([...PUBLIC_ADDRESSES, ...PUBLIC_IPV6])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
  expect(isLoopbackAddress(address)).toBe(false);
});

test.each(REFUSED)('%s is no public address: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('loopback addresses are those of this machine alone', () => {
  expect(REFUSED.map(([address]) => address).filter(isLoopbackAddress)).toEqual([
    '127.0.0.1',
    '127.255.255.254',
    '::1',
  ]);
});

describe('the URL of a webhook', () => {
  const EXPECTED = 'expected a host with addresses of the public internet alone; got';

  test.each([
    ['https://2130706433/', '127.0.0.1'],
    ['https://0x7f000001/', '127.0.0.1'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://017700000001/', '127.0.0.1'],
    ['https://0177.0.0.1/', '127.0.0.1'],
    ['https://127.1/', '127.0.0.1'],
    ['https://127.0.0.1./', '127.0.0.1'],
    ['https://①②⑦.⓪.⓪.①/', '127.0.0.1'],
    ['https://１２７.1/', '127.0.0.1'],
    ['https://127。0。0。1/', '127.0.0.1'],
    ['https://%31%32%37.0.0.1/', '127.0.0.1'],
    ['https://0xA9FEA9FE/', '169.254.169.254'],
    ['https://2852039166/', '169.254.169.254'],
    ['https://0/', '0.0.0.0'],
    ['https://[::]/', '::'],
    ['https://[::1]/', '::1'],
    ['https://[0:0:0:0:0:0:0:1]/', '::1'],
    ['https://[::127.0.0.1]/', '::7f00:1'],
    ['https://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['https://[::ffff:169.254.169.254]:8443/x', '::ffff:a9fe:a9fe'],
    ['https://[64:ff9b::10.0.0.1]/', '64:ff9b::a00:1'],
    ['https://[fd00:ec2::254]/latest/meta-data', 'fd00:ec2::254'],
  ])('%s is refused, as it is spelled otherwise but leads to %s', (url, address) => {
    expect(addressFault(new URL(url), false)).toBe(`${EXPECTED} ${address}`);
  });

  test.each([
    ['http://partner.example/hook', 'expected https://'],
    ['ftp://partner.example/hook', 'expected https://'],
    ['file:///etc/passwd', 'expected https://'],
    ['https://user@partner.example/', 'expected no user name or password in it'],
    ['https://user:password@partner.example/', 'expected no user name or password in it'],
    ['https://:password@partner.example/', 'expected no user name or password in it'],
    ['https://partner.example/#part', 'expected no # in it'],
  ])('%s is refused: %s', (url, fault) => {
    expect(addressFault(new URL(url), false)).toBe(fault);
  });

  test.each(['https://partner.example/hook?key=1', 'https://8.8.8.8/', 'https://[2606:4700::1111]:8443/hook'])(
    '%s is taken',
    (url) => {
      expect(addressFault(new URL(url), false)).toBeUndefined();
    },
  );

  test('may lead to this machine by http where that is said, and then nowhere else', () => {
    expect(addressFault(new URL('http://127.0.0.1:8080/hook'), true)).toBeUndefined();
    expect(addressFault(new URL('http://[::1]:8080/hook'), true)).toBeUndefined();
    const expected = 'expected a host with addresses of this machine alone; got';
    for (const host of ['8.8.8.8', '10.0.0.1', '169.254.169.254', '0.0.0.0'])
      expect(addressFault(new URL(`http://${host}/hook`), true)).toBe(`${expected} ${host}`);
    expect(addressFault(new URL('ftp://127.0.0.1/hook'), true)).toBe('expected https://');
  });
});

describe('the name in the URL of a webhook', () => {
  const leadingTo = (...addresses: string[]) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return checkedAddresses(new URL('https://partner.example/hook'), false, async () => found);
  };

  test('is resolved to all its addresses', async () => {
    expect(await leadingTo('8.8.8.8', '2606:4700::1111')).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]);
  });

  test.each([
    ['10.0.0.1', ['10.0.0.1']],
    ['127.0.0.1', ['8.8.8.8', '127.0.0.1']],
    ['::ffff:10.0.0.1', ['8.8.8.8', '::ffff:10.0.0.1']],
    ['fd00::1', ['2606:4700::1111', 'fd00::1']],
    ['none', []],
  ])('is refused where one of its addresses is %s', async (refused, addresses) => {
    const expected = `expected a host with addresses of the public internet alone; got ${refused}`;
    await expect(leadingTo(...addresses)).rejects.toThrow(new AddressError(expected));
  });

  test('is refused where the system resolves it to this machine', async () => {
    const url = new URL('https://localhost/hook');
    await expect(checkedAddresses(url, false, resolveBySystem)).rejects.toThrow(AddressError);
    const addresses = await checkedAddresses(url, true, resolveBySystem);
    expect(addresses.length).toBeGreaterThan(0);
    for (const { address } of addresses) expect(isLoopbackAddress(address)).toBe(true);
  });
});
