@echo off
rem Starts Heli on Windows. NOT TRIED YET: written by the rules, never run on a Windows machine.
rem Needs Node.js 20.19 or newer. Double-click it; the window shows the address. Close with Ctrl+C.
chcp 65001 >nul
setlocal
cd /d "%~dp0.."
where node >nul 2>nul
if errorlevel 1 (
  echo Node.js 没有找到。请先装好 Node.js 20.19 以上。 Node.js was not found; install 20.19 or newer.
  pause
  exit /b 1
)
if not exist node_modules (
  echo 第一次要装东西，等几分钟…… The first time takes some minutes ...
  call npm ci --no-audit --no-fund
  if errorlevel 1 ( pause & exit /b 1 )
)
if "%HELI_DATA%"=="" set "HELI_DATA=%LOCALAPPDATA%\Heli\data"
node bin\heli.js start --data "%HELI_DATA%" %*
pause
