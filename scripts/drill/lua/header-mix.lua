-- Real files with headers that make a framework, a cache or a proxy answer something else.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

local accepts = { "*/*", "text/html", "application/json", "text/x-component", "image/avif,*/*;q=0.1" }
local encodings = { "identity", "gzip", "br", "gzip, br", "deflate", "zstd;q=1, *;q=0" }
local mixes = {
  function(h) h["Cookie"] = word(6) .. "=" .. word(40) end,
  function(h) h["Range"] = "bytes=" .. math.random(0, 50) .. "-" .. math.random(51, 9000) end,
  function(h) h["RSC"] = "1" end,
  function(h) h["Next-Router-Prefetch"] = "1"; h["Next-Router-State-Tree"] = word(30) end,
  function(h) h["Next-Action"] = word(40) end,
  function(h) h["X-Forwarded-Host"] = word(8) .. ".example" end,
  function(h) h["X-Middleware-Subrequest"] = "middleware" end,
  function(h) h["Accept"] = pick(accepts) end,
  function(h) h["Accept-Encoding"] = pick(encodings) end,
  function(h) h["Accept-Language"] = word(2) .. "," .. word(2) .. ";q=0.5" end,
  function(h) h["Cache-Control"] = "no-cache, no-store"; h["Pragma"] = "no-cache" end,
  function(h) h["If-None-Match"] = '"' .. word(12) .. '"' end,
}
function request()
  local headers = {}
  for _ = 1, math.random(1, 4) do pick(mixes)(headers) end
  return wrk.format("GET", pick(paths), headers)
end
