-- Files that nobody has: made-up names, objects that could be, every ZIP in turn.
local here = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(here .. "common.lua")

local zip = 0
local shapes = {
  function() return "/" .. word(12) end,
  function() return "/v1/objects/" .. string.format("%016x%016x%016x%016x", math.random(1e9), math.random(1e9), math.random(1e9), math.random(1e9)) .. ".json" end,
  function() zip = zip + 1; return string.format("/p/en/zip-%05d.html", zip % 100000) end,
  function() return "/_next/static/chunks/" .. word(16) .. ".js" end,
  function() return "/_next/image?url=%2F" .. word(6) .. "&w=3840&q=100" end,
  function() return "/en/" .. word(5) .. "/../../" .. word(5) end,
}
function request() return wrk.format("GET", pick(shapes)()) end
