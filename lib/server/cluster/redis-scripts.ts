import "server-only";

/*
 * Each operation is one script, so that it is one round trip and nothing comes between. A key may hold a value
 * of any type, put there by anybody: reading a wrong type is reading nothing.
 */

/** KEYS value, lock, cooldown; ARGV bytes of a version, of a cooldown at most. Gives the version, ms the value lives, ms the lock does, hold, ms the hold does. */
export const LOOK = `
local function text(command, ...)
  local found = redis.pcall(command, ...)
  if type(found) ~= 'string' then return false end
  return found
end
local lock = redis.call('pttl', KEYS[2])
return {
  text('getrange', KEYS[1], 0, tonumber(ARGV[1]) - 1),
  redis.call('pttl', KEYS[1]),
  lock,
  text('getrange', KEYS[3], 0, tonumber(ARGV[2]) - 1),
  redis.call('pttl', KEYS[3]),
}`;

/** KEYS value; ARGV most bytes. Gives the value and the ms it lives. */
export const READ = `
local length = redis.pcall('strlen', KEYS[1])
if type(length) ~= 'number' or length > tonumber(ARGV[1]) then return false end
local value = redis.pcall('get', KEYS[1])
if type(value) ~= 'string' then return false end
return { value, redis.call('pttl', KEYS[1]) }`;

/** KEYS lock; ARGV token, ms. A lock without an end, or with one later than any of ours, is nobody's. */
export const TAKE = `
local left = redis.call('pttl', KEYS[1])
if left == -1 or left > tonumber(ARGV[2]) then redis.call('del', KEYS[1]) end
if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
return 0`;

/** KEYS lock; ARGV token, ms. */
export const EXTEND = `
if redis.pcall('get', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('pexpire', KEYS[1], ARGV[2])`;

/** KEYS lock, value; ARGV token, value, ms. The lock goes first: a full Redis refuses to write, not to delete. */
export const WRITE = `
if redis.pcall('get', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('del', KEYS[1])
redis.call('set', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 1`;

/** KEYS lock; ARGV token. */
export const RELEASE = `
if redis.pcall('get', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('del', KEYS[1])`;

/** KEYS instances; ARGV id, window in ms. Times are the server's own. */
export const COUNT = `
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('type', KEYS[1]).ok ~= 'zset' then redis.call('del', KEYS[1]) end
redis.call('zadd', KEYS[1], now, ARGV[1])
redis.call('zremrangebyscore', KEYS[1], '-inf', now - ARGV[2])
redis.call('zremrangebyscore', KEYS[1], now + 1, '+inf')
redis.call('pexpire', KEYS[1], ARGV[2])
return redis.call('zcard', KEYS[1])`;
