// Sends one signed operation. Needs Node 20 or newer and nothing else.
//   node signed-request.mjs https://graph.example.cn/graphql '{ viewer { name } }'
// LIANXIN_KEY: the client's key (lxk_live_…). LIANXIN_SIGNING_KEY: file with its private key, PEM, Ed25519 or P-256.
// A pair: openssl genpkey -algorithm ed25519 -out signing.pem. The public part to register, as a JWK:
//   node -p "JSON.stringify(crypto.createPublicKey(fs.readFileSync('signing.pem')).export({ format: 'jwk' }))"
import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [address, query] = process.argv.slice(2);
const key = createPrivateKey(readFileSync(process.env.LIANXIN_SIGNING_KEY));

const method = 'POST';
const { pathname, search } = new URL(address);
const body = JSON.stringify({ query });
const timestamp = String(Math.floor(Date.now() / 1000)); // seconds; within five minutes of the server's clock
const nonce = randomBytes(16).toString('base64url'); // 16 to 64 letters, digits, - and _; never the same twice

// Five lines joined by \n, none after the last. The hash is over the very bytes that are sent; with GET, of nothing.
const text = [method, pathname + search, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');
const signature =
  key.asymmetricKeyType === 'ed25519'
    ? sign(null, Buffer.from(text), key)
    : sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }); // r and s, 64 bytes, not DER

const response = await fetch(address, {
  method,
  body,
  headers: {
    authorization: `Bearer ${process.env.LIANXIN_KEY}`,
    'content-type': 'application/json',
    'x-lianxin-timestamp': timestamp,
    'x-lianxin-nonce': nonce,
    'x-lianxin-signature': signature.toString('base64url'),
  },
});
console.log(response.status, await response.text());
