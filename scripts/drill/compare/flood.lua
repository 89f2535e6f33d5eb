-- Owns what a flood sends: for wrk, in the shape that its first argument names (flood.ts has them all). Every request is
-- made anew, so that none repeats by chance what the one before it asked. Knows no target.

local shape, paths, agent = "plain", {}, "flood"
local random, format = math.random, string.format
local count, at = 0, 0

local function hex(length)
  local parts = {}
  for i = 1, length / 8 do parts[i] = format("%08x", random(0, 0x7fffffff)) end
  return table.concat(parts)
end

function init(arguments)
  shape = arguments[1]
  math.randomseed(tonumber(arguments[3]))
  for path in io.lines(arguments[2]) do paths[#paths + 1] = path end
  wrk.headers["Accept-Encoding"] = arguments[4]
  count = #paths
  head = wrk.format("GET", "/"):match("^GET / HTTP/1.1\r\n(.*)\r\n$")
end

local function nextPath()
  at = at % count + 1
  return paths[at]
end

local function get(path, more)
  return "GET " .. path .. " HTTP/1.1\r\n" .. (more or "") .. head .. "\r\n"
end

local makers = {}

function makers.plain() return get(nextPath()) end

function makers.query()
  local path = nextPath()
  local mark = path:find("?", 1, true) and "&" or "?"
  return get(path .. mark .. "x" .. random(0, 0x7fffffff) .. "=" .. random(0, 0x7fffffff))
end

local mixes = {
  function() return "RSC: 1\r\nNext-Router-Prefetch: 1\r\n" end,
  function() return "RSC: 1\r\nNext-Router-State-Tree: %5B%22" .. random(0, 0x7fffffff) .. "%22%5D\r\n" end,
  function() return "Next-Url: /" .. random(0, 0x7fffffff) .. "\r\n" end,
  function() return "Accept-Language: x-" .. random(0, 0x7fffffff) .. "\r\n" end,
  function() return "Accept: text/x-" .. random(0, 0x7fffffff) .. "\r\n" end,
  function() return "X-Forwarded-For: 10.0.0." .. random(0, 255) .. "\r\nCache-Control: no-cache\r\n" end,
}

function makers.headers()
  return get(nextPath(), "Cookie: s=" .. random(0, 0x7fffffff) .. "\r\n" .. mixes[random(#mixes)]())
end

local nowhere = {
  function() return "/v1/objects/" .. hex(64) .. ".json" end,
  function() return format("/p/en/zip-%05d.html", random(0, 99999)) end,
  function() return "/" .. hex(16) end,
  function() return "/en/" .. hex(8) .. "/" end,
}

function makers.notFound() return get(nowhere[random(#nowhere)]()) end

function request() return makers[shape]() end

function done(summary, latency)
  local errors = summary.errors
  io.write(format(
    '\nFIGURES {"requests":%d,"durationUs":%d,"bytes":%d,"badStatus":%d,"connect":%d,"read":%d,"write":%d,"timeout":%d,"p50Us":%d,"p95Us":%d,"p99Us":%d}\n',
    summary.requests, summary.duration, summary.bytes, errors.status, errors.connect, errors.read, errors.write,
    errors.timeout, latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
