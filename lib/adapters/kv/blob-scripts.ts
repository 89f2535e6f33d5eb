// Owns the scripts of the KV store's blobs: a small one put whole; which are there; which nobody uses, and their removal.
// Redis runs a script alone (https://redis.io/docs: atomicity of scripts): nobody finds a blob while it is being removed.

/** A blob of one piece, put whole; one that is there stays. KEYS: its head, its piece, the index, the ages. ARGV: the piece
 *  in base64, the blob's name, now in ms. */
export const SMALL_BLOB_SCRIPT = `
redis.call('ZADD', KEYS[4], ARGV[3], ARGV[2])
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('SET', KEYS[2], ARGV[1])
redis.call('SET', KEYS[1], '1')
redis.call('ZADD', KEYS[3], 0, ARGV[2])
return 1
`;

/** The end of a put in pieces: the head, where all pieces are there; 0 where a sweep has taken one for a dead process's. KEYS: its head, the index,
 *  the ages, what is begun. ARGV: prefix of its pieces, the blob's name, count of pieces, now in ms. */
export const FINISH_SCRIPT = `
for n = 0, tonumber(ARGV[3]) - 1 do
  if redis.call('EXISTS', ARGV[1] .. n) == 0 then return 0 end
end
redis.call('SET', KEYS[1], ARGV[3])
redis.call('ZADD', KEYS[2], 0, ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[4], ARGV[2])
redis.call('ZREM', KEYS[4], ARGV[2])
return 1
`;

/** Names of which pieces were put and no head, the oldest first. KEYS[1]: what is begun. ARGV: prefix of heads, how many at most. */
export const UNFINISHED_SCRIPT = `
local names = redis.call('ZRANGE', KEYS[1], 0, tonumber(ARGV[2]) - 1)
local found = {}
for _, name in ipairs(names) do
  if redis.call('EXISTS', ARGV[1] .. name) == 1 then redis.call('ZREM', KEYS[1], name)
  else found[#found + 1] = name end
end
return found
`;

/** Those of the names that are there, which are in use from now on. KEYS[1]: the ages. ARGV: prefix of heads, now in ms, names. */
export const PRESENT_SCRIPT = `
local found = {}
for i = 3, #ARGV do
  if redis.call('EXISTS', ARGV[1] .. ARGV[i]) == 1 then
    redis.call('ZADD', KEYS[1], ARGV[2], ARGV[i])
    found[#found + 1] = ARGV[i]
  end
end
return found
`;

/** Name and characters of those of the names that are there and that nobody has used since then. One whose age is not known
 *  (an earlier version put it) is taken for used now. Of one without a head, the pieces that a put has left which added none since then. Works where Redis has no
 *  memory left. KEYS: ages, index, what is begun. ARGV: prefix of heads, prefix of pieces, since, now
 *  (both in ms), "1" to remove them, names. */
export const UNUSED_SCRIPT = `
local unused = {}
for i = 6, #ARGV do
  local name = ARGV[i]
  local head = redis.call('GET', ARGV[1] .. name)
  local used = redis.call('ZSCORE', KEYS[1], name)
  local begun = not head and redis.call('ZSCORE', KEYS[3], name)
  if begun and tonumber(begun) < tonumber(ARGV[3]) then
    local length = 0
    local n = 0
    while redis.call('EXISTS', ARGV[2] .. name .. '#' .. n) == 1 do
      local piece = ARGV[2] .. name .. '#' .. n
      length = length + redis.call('STRLEN', piece)
      if ARGV[5] == '1' then redis.call('DEL', piece) end
      n = n + 1
    end
    if ARGV[5] == '1' then redis.call('ZREM', KEYS[3], name) end
    unused[#unused + 1] = name
    unused[#unused + 1] = tostring(length)
  elseif head and not used then
    redis.pcall('ZADD', KEYS[1], ARGV[4], name)
  elseif head and tonumber(used) < tonumber(ARGV[3]) then
    local length = 0
    for n = 0, tonumber(head) - 1 do
      local piece = ARGV[2] .. name .. '#' .. n
      length = length + redis.call('STRLEN', piece)
      if ARGV[5] == '1' then redis.call('DEL', piece) end
    end
    if ARGV[5] == '1' then
      redis.call('DEL', ARGV[1] .. name)
      redis.call('ZREM', KEYS[1], name)
      redis.call('ZREM', KEYS[2], name)
    end
    unused[#unused + 1] = name
    unused[#unused + 1] = tostring(length)
  end
end
return unused
`;
