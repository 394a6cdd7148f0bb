@echo off
rem Serves the folder "site" beside this file to this computer only, and opens it in the browser.
rem PowerShell runs the second half of this file; that needs no administrator and installs nothing.
title Visage
set "VISAGE=%~f0"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$text = [IO.File]::ReadAllText($env:VISAGE); Invoke-Expression $text.Substring($text.LastIndexOf('#' + 'PowerShell'))"
if errorlevel 1 pause
exit /b

#PowerShell
$ErrorActionPreference = 'Stop'
$site = [IO.Path]::GetFullPath((Join-Path (Split-Path -Parent $env:VISAGE) 'site')) + '\'
# Windows has a list of its own, which programs change.
$types = @{
  '.css' = 'text/css'; '.csv' = 'text/csv'; '.html' = 'text/html; charset=utf-8'; '.jpg' = 'image/jpeg'
  '.js' = 'text/javascript'; '.json' = 'application/json'; '.png' = 'image/png'; '.svg' = 'image/svg+xml'
  '.txt' = 'text/plain; charset=utf-8'; '.wasm' = 'application/wasm'; '.webmanifest' = 'application/manifest+json'
  '.webp' = 'image/webp'
}

# Always the same port where it is free: browsers keep the page's copy and settings by its address.
$listener = $null
foreach ($port in 8642..8651) {
  try {
    $listener = New-Object System.Net.HttpListener
    $listener.Prefixes.Add("http://localhost:$port/")
    $listener.Start()
    break
  } catch { $listener = $null }
}
if (-not $listener) { Write-Host 'The ports 8642 to 8651 are all taken.'; exit 1 }

$address = "http://localhost:$port/"
Write-Host "Visage is at $address (close this window to end it)"
Start-Process $address

while ($true) {
  $context = $listener.GetContext()
  $response = $context.Response
  try {
    $name = [Uri]::UnescapeDataString($context.Request.Url.AbsolutePath).TrimStart('/').Replace('/', '\')
    if ($name -eq '' -or $name.EndsWith('\')) { $name += 'index.html' }
    $file = [IO.Path]::GetFullPath($site + $name)
    $response.Headers.Add('Cache-Control', 'no-cache')
    $response.Headers.Add('X-Content-Type-Options', 'nosniff')
    if ($file.StartsWith($site) -and [IO.File]::Exists($file)) {
      $type = $types[[IO.Path]::GetExtension($file).ToLowerInvariant()]
      if (-not $type) { $type = 'application/octet-stream' }
      $response.ContentType = $type
      $bytes = [IO.File]::ReadAllBytes($file)
      $response.ContentLength64 = $bytes.Length
      if ($context.Request.HttpMethod -ne 'HEAD') { $response.OutputStream.Write($bytes, 0, $bytes.Length) }
    } else {
      $response.StatusCode = 404
    }
    $response.Close()
  } catch {
    # A browser that went away is no reason to end.
    $response.Abort()
  }
}
