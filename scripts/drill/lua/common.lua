-- What every flood has in common: the paths it was given, a sum at its end as one line of JSON.

paths = {}
for path in string.gmatch(os.getenv("LEVEE_FLOOD_PATHS") or "/", "%S+") do paths[#paths + 1] = path end

local threads = 0
function setup(thread)
  thread:set("seed", 1000 + threads)
  threads = threads + 1
end

function init(args) math.randomseed(seed) end

function pick(list) return list[math.random(#list)] end

function word(length)
  local letters = {}
  for at = 1, length do letters[at] = string.char(97 + math.random(0, 25)) end
  return table.concat(letters)
end

function done(summary, latency, requests)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format('{"requests":%d,"errors":%d,"refused":%d}\n', summary.requests, errors, summary.errors.status))
end
