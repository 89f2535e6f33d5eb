// Owns the scripts of the KV store's state: a commit, whole or not at all, with its own id remembered; a page of a listing.
// Redis runs a script alone (https://redis.io/docs: atomicity of scripts).

/** KEYS[1]: memory of the commit's id. KEYS[2]: index of all keys. Then the checked and the written keys.
 *  ARGV: JSON `{ms, id, prefix, checks: [version or ""], writes: [{n?: which text, x?: ms of expiry}]}`, then the texts;
 *  no `n`: the key is removed. A stored value is its version, a tab, and the text. */
export const COMMIT_SCRIPT = `
local known = redis.call('GET', KEYS[1])
if known then return known end
local plan = cjson.decode(ARGV[1])
local result = 'committed'
for i, version in ipairs(plan.checks) do
  local value = redis.call('GET', KEYS[2 + i])
  local found = ''
  if value then found = string.sub(value, 1, string.find(value, '\\t', 1, true) - 1) end
  if found ~= version then result = 'conflict' end
end
if result == 'committed' then
  local at = 2 + #plan.checks
  for i, write in ipairs(plan.writes) do
    local key = KEYS[at + i]
    local name = string.sub(key, #plan.prefix + 1)
    if write.n ~= nil then
      local text = plan.id .. '\\t' .. ARGV[1 + write.n]
      if write.x then redis.call('SET', key, text, 'PXAT', write.x) else redis.call('SET', key, text) end
      redis.call('ZADD', KEYS[2], 0, name)
    else
      redis.call('DEL', key)
      redis.call('ZREM', KEYS[2], name)
    end
  end
end
redis.call('SET', KEYS[1], result, 'PX', plan.ms)
return result
`;

/** A page of the index with its values, read in one moment; names whose value has expired are taken off the index.
 *  KEYS[1]: index. ARGV: prefix of keys, from, to (as ZRANGE BYLEX has them), limit, "1" for reverse, "1" for
 *  what does not expire alone. */
export const LIST_SCRIPT = `
local order = ARGV[5] == '1'
local lasting = ARGV[6] == '1'
local found = {}
local from = ARGV[2]
local limit = tonumber(ARGV[4])
while #found < limit * 2 do
  local names
  if order then
    names = redis.call('ZRANGE', KEYS[1], from, ARGV[3], 'BYLEX', 'REV', 'LIMIT', 0, limit)
  else
    names = redis.call('ZRANGE', KEYS[1], from, ARGV[3], 'BYLEX', 'LIMIT', 0, limit)
  end
  for _, name in ipairs(names) do
    local value = redis.call('GET', ARGV[1] .. name)
    if value then
      local wanted = not lasting or redis.call('PTTL', ARGV[1] .. name) == -1
      if wanted and #found < limit * 2 then
        found[#found + 1] = name
        found[#found + 1] = value
      end
    else
      redis.call('ZREM', KEYS[1], name)
    end
    from = '(' .. name
  end
  if #names < limit then break end
end
return found
`;
